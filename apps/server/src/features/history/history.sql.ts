import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Videos that a user watched and that `listed` (SQL on the alias `v`) lets through, last watched first. */
export async function findWatchedIds(
  db: Db | Tx,
  query: { userId: number; listed: RawBuilder<unknown>; start: number; count: number },
): Promise<{ total: number; ids: number[] }> {
  const from = sql`"userVideoHistory" h JOIN "video" v ON v."id" = h."videoId"
    WHERE h."userId" = ${query.userId} AND ${query.listed}`
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`SELECT count(*) AS "total" FROM ${from}`.execute(db),
    sql<{ id: number }>`
      SELECT v."id" FROM ${from} ORDER BY h."updatedAt" DESC, h."id" DESC
      LIMIT ${query.count} OFFSET ${query.start}`.execute(db),
  ])
  return { total: counted.rows[0]!.total, ids: listed.rows.map((row) => row.id) }
}

export async function saveHistory(
  db: Db | Tx,
  entry: { userId: number; videoId: number; currentTime: number },
  now: Date,
): Promise<void> {
  await db
    .insertInto('userVideoHistory')
    .values({ ...entry, createdAt: now, updatedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['userId', 'videoId']).doUpdateSet({ currentTime: entry.currentTime, updatedAt: now }),
    )
    .execute()
}

export async function deleteHistoryBefore(db: Db | Tx, before: Date): Promise<void> {
  await db.deleteFrom('userVideoHistory').where('updatedAt', '<', before).execute()
}

export async function deleteWatched(db: Db | Tx, userId: number, videoId: number): Promise<void> {
  await db.deleteFrom('userVideoHistory').where('userId', '=', userId).where('videoId', '=', videoId).execute()
}

/** Everything, or what was last watched before a moment. */
export async function deleteAllWatched(db: Db | Tx, userId: number, before: Date | undefined): Promise<void> {
  let query = db.deleteFrom('userVideoHistory').where('userId', '=', userId)
  if (before) query = query.where('updatedAt', '<=', before)
  await query.execute()
}
