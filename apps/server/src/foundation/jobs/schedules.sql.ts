import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** ms since the last run, by the database's clock. */
export async function findLastRun(db: Db, name: string): Promise<{ ago: number } | undefined> {
  const { rows } = await sql<{ ago: number }>`
    SELECT extract(epoch FROM clock_timestamp() - "lastRunAt") * 1000 AS "ago" FROM sepiola.schedule
    WHERE "name" = ${name}`.execute(db)
  return rows[0]
}

export async function saveLastRun(db: Db, name: string): Promise<void> {
  await sql`
    INSERT INTO sepiola.schedule ("name", "lastRunAt") VALUES (${name}, clock_timestamp())
    ON CONFLICT ("name") DO UPDATE SET "lastRunAt" = excluded."lastRunAt"`.execute(db)
}
