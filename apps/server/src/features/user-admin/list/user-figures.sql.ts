import { sql, type RawBuilder } from 'kysely'
import { AbuseState } from '@sepiola/contract/enums.ts'

/** Within a query that has the user as `u` and the account as `a`. */
const ownVideos = sql`"videoChannel" oc JOIN "video" v ON v."channelId" = oc.id AND oc."accountId" = a.id`

/** Bytes: the largest file of each video that is no live (spec 02 §1.3). `since`: of videos created after. */
export function quotaUsed(since?: Date): RawBuilder<number> {
  return sql<number>`(
    SELECT COALESCE(sum(GREATEST(
             (SELECT max(f.size) FROM "videoFile" f WHERE f."videoId" = v.id),
             (SELECT max(f.size) FROM "videoStreamingPlaylist" p
                JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p.id WHERE p."videoId" = v.id))), 0)::bigint
      FROM ${ownVideos} WHERE NOT v."isLive" ${since ? sql`AND v."createdAt" > ${since}` : sql``})`
}

/** Bytes of all files; two of one video with the same size count once. */
export const totalVideoFileSize = sql<number>`(
  SELECT COALESCE(sum(files.size), 0)::bigint FROM (
    SELECT v.id, f.size FROM ${ownVideos} JOIN "videoFile" f ON f."videoId" = v.id
    UNION
    SELECT v.id, f.size FROM ${ownVideos} JOIN "videoStreamingPlaylist" p ON p."videoId" = v.id
      JOIN "videoFile" f ON f."videoStreamingPlaylistId" = p.id) files)`

/** Columns of `GET /users/{id}?withStats=true` beside the sizes. */
export const userCounts = sql`
  (SELECT count(*) FROM ${ownVideos}) AS "videosCount",
  (SELECT count(*) FROM "abuse" b WHERE b."flaggedAccountId" = a.id) AS "abusesCount",
  (SELECT count(*) FROM "abuse" b WHERE b."flaggedAccountId" = a.id
      AND b.state = ${sql.lit(AbuseState.ACCEPTED)}) AS "abusesAcceptedCount",
  (SELECT count(*) FROM "abuse" b WHERE b."reporterAccountId" = a.id) AS "abusesCreatedCount",
  (SELECT count(*) FROM "videoComment" m WHERE m."accountId" = a.id AND m."deletedAt" IS NULL) AS "videoCommentsCount"`
