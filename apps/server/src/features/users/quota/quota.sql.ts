import { sql } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'

/** Bytes of the largest file of the video `v`, what it counts with in a quota (spec 02 §1.3); NULL without files. */
export const largestFileSize = sql<number | null>`GREATEST(
  (SELECT max(f.size) FROM "videoFile" f WHERE f."videoId" = v.id),
  (SELECT max(f.size) FROM "videoStreamingPlaylist" p
     JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p.id WHERE p."videoId" = v.id))`

export interface QuotaUsed {
  /** Bytes: of each video that is no live, its largest Web-video or HLS file. */
  videoQuotaUsed: number
  /** The same over videos created since the given moment. */
  videoQuotaUsedDaily: number
}

/** What the videos of a user's own channels take (spec 02 §1.3). */
export async function findQuotaUsed(db: Db | Tx, userId: number, dayAgo: Date): Promise<QuotaUsed> {
  const { rows } = await sql<QuotaUsed>`
    SELECT COALESCE(sum(largest), 0)::bigint AS "videoQuotaUsed",
           COALESCE(sum(largest) FILTER (WHERE "createdAt" > ${dayAgo}), 0)::bigint AS "videoQuotaUsedDaily"
      FROM (
        SELECT v."createdAt", ${largestFileSize} AS largest
          FROM "account" a
          JOIN "videoChannel" c ON c."accountId" = a.id
          JOIN "video" v ON v."channelId" = c.id
         WHERE a."userId" = ${userId} AND NOT v."isLive") own`.execute(db)
  return rows[0]!
}

/** Bytes; -1 = unlimited. */
export async function findQuotas(
  db: Db | Tx,
  userId: number,
): Promise<{ videoQuota: number; videoQuotaDaily: number } | undefined> {
  return db.selectFrom('user').select(['videoQuota', 'videoQuotaDaily']).where('id', '=', userId).executeTakeFirst()
}
