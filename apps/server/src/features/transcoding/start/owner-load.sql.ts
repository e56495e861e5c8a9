import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Videos that an account uploaded since the midnight seven days ago: who sends much waits longer (spec 05 §16). */
export async function countRecentUploads(db: Db | Tx, accountId: number, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS "count" FROM "video" v JOIN "videoChannel" c ON c."id" = v."channelId"
    WHERE c."accountId" = ${accountId} AND NOT v."remote"
      AND v."createdAt" >= date_trunc('day', ${now}::timestamptz) - interval '7 days'`.execute(db)
  return rows[0]!.count
}
