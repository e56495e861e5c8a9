import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** In a transaction: told once it is committed. */
export async function notifyNodes(db: Db | Tx, channel: string, payload: string): Promise<void> {
  await sql`SELECT pg_notify(${channel}, ${payload})`.execute(db)
}

export async function isRunnerToken(db: Db, runnerToken: string): Promise<boolean> {
  const runner = await db.selectFrom('runner').select('id').where('runnerToken', '=', runnerToken).executeTakeFirst()
  return runner !== undefined
}

/** Who watches each of these videos now; those that nobody watches are missing. */
export async function countViewers(db: Db, videoIds: readonly number[], since: Date): Promise<Map<number, number>> {
  const { rows } = await sql<{ videoId: number; viewers: number }>`
    SELECT "videoId", count(*)::int AS "viewers" FROM sepiola."viewerSession"
     WHERE "videoId" = ANY(${videoIds}::int[]) AND "seenAt" > ${since} GROUP BY "videoId"`.execute(db)
  return new Map(rows.map(({ videoId, viewers }) => [videoId, viewers]))
}
