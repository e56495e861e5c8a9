import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export async function countUsers(db: Db | Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM "user"`.execute(db)
  return rows[0]!.count
}

/** One signup at a time, so that a limit of users is kept to the last one. */
export async function lockSignups(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('sepiola signups', 0))`.execute(tx)
}
