import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface QuotaUse {
  /** Bytes; -1 = unlimited. */
  quota: number
  dailyQuota: number
  used: number
  usedToday: number
}

/** What the videos of a user's channels take: of each its largest file, lives left out (spec 03 §3.5). */
export async function findQuotaUse(db: Db | Tx, userId: number, dayBefore: Date): Promise<QuotaUse | undefined> {
  const { rows } = await sql<QuotaUse>`
    SELECT u."videoQuota"::float8 AS "quota", u."videoQuotaDaily"::float8 AS "dailyQuota",
      coalesce(sum(largest."size"), 0)::float8 AS "used",
      coalesce(sum(largest."size") FILTER (WHERE largest."createdAt" > ${dayBefore}), 0)::float8 AS "usedToday"
    FROM "user" u
    LEFT JOIN LATERAL (
      SELECT v."createdAt", greatest(
        (SELECT max(f."size") FROM "videoFile" f WHERE f."videoId" = v."id"),
        (SELECT max(f."size") FROM "videoFile" f JOIN "videoStreamingPlaylist" p ON p."id" = f."videoStreamingPlaylistId"
          WHERE p."videoId" = v."id")) AS "size"
      FROM "account" a JOIN "videoChannel" c ON c."accountId" = a."id" JOIN "video" v ON v."channelId" = c."id"
      WHERE a."userId" = u."id" AND NOT v."isLive"
    ) largest ON true
    WHERE u."id" = ${userId}
    GROUP BY u."id"`.execute(db)
  return rows[0]
}
