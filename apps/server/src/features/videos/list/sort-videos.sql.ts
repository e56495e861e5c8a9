import { sql, type RawBuilder } from 'kysely'
import type { VideoListFilters } from './list-filters.ts'

/** Names read as people expect whatever the cluster's collation is; the same one is named in the index. */
const nameCollation = sql.raw('COLLATE "en-US-x-icu"')

/** First moment of the local origin of the `hot` score, UNIX seconds (spec 03 §1.4). */
const hotEpoch = 1446156582

/** As in the index `video_listed_hot` (migration 0081). */
export const hotScore = sql<number>`(
  150 * log(greatest(1, v."likes" - 1)) - 150 * log(greatest(1, v."dislikes" - 1))
  + 16 * log(v."views" + 1) + 100 * log(greatest(1, v."comments"))
  + (date_part('epoch', v."publishedAt" AT TIME ZONE 'UTC') - ${sql.lit(hotEpoch)}) / 47000)`

/** How much lower `best` ranks what the viewer watched. */
export const watchedCosts = sql.lit(100)

/** Full order of a list; `trendingSince` is the start of the period that counts. */
export function orderBy(filters: VideoListFilters, trendingSince: Date): RawBuilder<unknown> {
  const direction = sql.raw(filters.descending ? 'DESC' : 'ASC')
  return sql`${sortKey(filters, trendingSince)} ${direction}, v."id" ASC`
}

function sortKey(filters: VideoListFilters, trendingSince: Date): RawBuilder<unknown> {
  switch (filters.sort) {
    case 'name':
      return sql`v."name" ${nameCollation}`
    case 'originallyPublishedAt':
      return sql`coalesce(v."originallyPublishedAt", v."publishedAt")`
    case 'match':
      return filters.search === undefined ? sql`0::real` : similarity(filters.search)
    case 'trending':
      return sql`coalesce((SELECT sum(s."views") FROM "videoStat" s
        WHERE s."videoId" = v."id" AND s."startDate" >= ${trendingSince}), 0)`
    case 'hot':
      return hotScore
    case 'best':
      return sql`(${hotScore} - CASE WHEN EXISTS (SELECT FROM "userVideoHistory" h
        WHERE h."videoId" = v."id" AND h."userId" = ${filters.historyOf ?? null}) THEN ${watchedCosts} ELSE 0 END)`
    case 'localVideoFilesSize':
      return sql`CASE WHEN v."remote" THEN 0 ELSE
        coalesce((SELECT sum(f."size") FROM "videoFile" f WHERE f."videoId" = v."id"), 0)
        + coalesce((SELECT sum(f."size") FROM "videoFile" f JOIN "videoStreamingPlaylist" p
            ON p."id" = f."videoStreamingPlaylistId" WHERE p."videoId" = v."id"), 0)
        + coalesce((SELECT sum(o."size") FROM "videoSource" o
            WHERE o."videoId" = v."id" AND o."keptOriginalFilename" IS NOT NULL), 0) END`
    default:
      return sql.ref(`v.${filters.sort}`)
  }
}

/** Trigram word similarity of the words searched and the name, without accents and case (spec 03 §1.5). */
export function similarity(search: string): RawBuilder<unknown> {
  return sql`word_similarity(lower(immutable_unaccent(${search})), lower(immutable_unaccent(v."name")))`
}
