import { sql } from 'kysely'
import type { Tx } from '#foundation/db/database.ts'

/** One node at a time; released at the end of the transaction. */
export async function lockFirstStart(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('sepiola first start', 0))`.execute(tx)
}

export async function findApplication(tx: Tx): Promise<{ id: number; hasActor: boolean }> {
  const { rows } = await sql<{ id: number; hasActor: boolean }>`
    SELECT app.id, EXISTS (SELECT 1 FROM "account" a WHERE a."applicationId" = app.id) AS "hasActor"
      FROM "application" app ORDER BY app.id LIMIT 1`.execute(tx)
  const application = rows[0]
  if (!application) throw new Error('The table "application" is empty: the migrations have not run')
  return application
}

export async function hasUsers(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function hasRunnerRegistrationToken(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('runnerRegistrationToken').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function insertRunnerRegistrationToken(tx: Tx, registrationToken: string, now: Date): Promise<void> {
  await tx.insertInto('runnerRegistrationToken').values({ registrationToken, createdAt: now, updatedAt: now }).execute()
}
