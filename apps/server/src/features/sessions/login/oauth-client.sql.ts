import type { Db, Tx } from '#foundation/db/database.ts'

/** The oldest client is the one of this server's own web pages. */
export async function findLocalClient(db: Db | Tx) {
  return db
    .selectFrom('oAuthClient')
    .select(['id', 'clientId', 'clientSecret'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function findClient(db: Db | Tx, clientId: string, clientSecret: string) {
  return db
    .selectFrom('oAuthClient')
    .select(['id', 'grants'])
    .where('clientId', '=', clientId)
    .where('clientSecret', '=', clientSecret)
    .executeTakeFirst()
}

export async function insertClient(
  db: Db | Tx,
  client: { clientId: string; clientSecret: string; grants: string[]; now: Date },
): Promise<void> {
  const { now, ...columns } = client
  await db
    .insertInto('oAuthClient')
    .values({ ...columns, createdAt: now, updatedAt: now })
    .execute()
}
