import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#foundation/db/database.ts'
import { firstBest, firstOfLanguage, firstOfTags, firstTrending } from './first-videos.sql.ts'
import type { VideoListFilters, VideoListScope } from './list-filters.ts'
import { mutedChannels, where, type ListMoment } from './list-rules.sql.ts'
import { orderBy } from './sort-videos.sql.ts'

/**
 * Ids of the first `reach` videos, in order. `reach` stands in the statement itself, so that the plan that is kept for
 * everybody knows how little is read: ask for few different ones.
 */
export async function findFirstIds(
  db: Db | Tx,
  filters: VideoListFilters,
  reach: number,
  moment: ListMoment,
): Promise<Int32Array> {
  const first = firstVideos(filters, reach, moment)
  // One text, so that ten thousand ids cost no row each.
  const { rows } = await sql<{ ids: string | null }>`
    SELECT array_to_string(ARRAY(${first}), ',') AS "ids"`.execute(db)
  return toIds(rows[0]?.ids)
}

function firstVideos(filters: VideoListFilters, reach: number, moment: ListMoment): RawBuilder<unknown> {
  const rules = where(filters, moment)
  const { sort, descending, historyOf, languageOneOf = [], tagsOneOf = [] } = filters
  const [language] = languageOneOf
  if (descending && sort === 'trending') return firstTrending(rules, moment.trendingSince, reach)
  if (descending && sort === 'best' && historyOf !== undefined) return firstBest(rules, historyOf, reach)
  if (descending && sort === 'publishedAt' && language && languageOneOf.length === 1 && language !== '_unknown') {
    return firstOfLanguage(where({ ...filters, languageOneOf: undefined }, moment), language, reach)
  }
  if (descending && sort === 'publishedAt' && tagsOneOf.length > 0 && reach * tagsOneOf.length <= largestTagMerge) {
    return firstOfTags(where({ ...filters, tagsOneOf: undefined }, moment), tagsOneOf, reach)
  }
  return sql`SELECT v."id" FROM "video" v WHERE ${rules} ORDER BY ${orderBy(filters, moment.trendingSince)}
    LIMIT ${sql.lit(reach)}`
}

/** Rows that a list merged of its tags may read; one walk over the newest of all videos is cheaper beyond. */
const largestTagMerge = 30_000

/** The same for a list that another slice selects. `besides`: a further condition on the alias `v`. */
export async function findFirstVideoIds(
  db: Db | Tx,
  {
    listed,
    order,
    besides,
  }: { listed: RawBuilder<unknown>; order: RawBuilder<unknown>; besides?: RawBuilder<unknown> | undefined },
  count: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT v."id" FROM "video" v WHERE ${listed} ${besides ? sql`AND ${besides}` : sql``} ORDER BY ${order}
    LIMIT ${sql.lit(count)}`.execute(db)
  return rows.map((row) => row.id)
}

/** Rows that a list merged of its channels may read; one walk over the newest of all videos is cheaper beyond. */
const largestMerge = 30_000

/**
 * The newest `reach` videos of some channels, read of each in order from the index, so that neither the number of videos
 * nor channels that nobody writes in any more make it slower. First a few of each channel, four times its share: that
 * does unless a channel has more of the newest ones, then as many of each as may be needed. Undefined when these are too
 * many to be merged.
 */
export async function findNewestOfChannels(
  db: Db | Tx,
  filters: VideoListFilters,
  followed: NonNullable<VideoListScope['followed']>,
  reach: number,
  moment: ListMoment,
): Promise<Int32Array | undefined> {
  const channels = Math.max(1, followed.channelIds.length)
  for (const each of [Math.max(25, 4 * Math.ceil(reach / channels)), reach]) {
    if (each * channels > Math.max(largestMerge, 5 * reach)) return undefined
    const ids = await mergeChannels(db, filters, followed, { reach, each: Math.min(each, reach) }, moment)
    if (ids) return ids
  }
  return undefined
}

/** `each`: how many of every channel are read; undefined when one that has more of them may miss some in the list. */
async function mergeChannels(
  db: Db | Tx,
  filters: VideoListFilters,
  { channelIds, videoIds }: NonNullable<VideoListScope['followed']>,
  { reach, each }: { reach: number; each: number },
  moment: ListMoment,
): Promise<Int32Array | undefined> {
  const { followed: _, ...scope } = filters.scope
  const rules = where({ ...filters, scope }, moment)
  const besides = sql`UNION ALL
      SELECT v."id", v."publishedAt" FROM "video" v WHERE v."id" = ANY(${videoIds}::int[]) AND ${rules}`
  const { rows } = await sql<{ ids: string | null; isWhole: boolean }>`
    WITH newest AS MATERIALIZED (
      SELECT own."id", own."publishedAt", channel."id" AS "channelId" FROM unnest(${channelIds}::int[]) AS channel ("id")
      CROSS JOIN LATERAL (
        SELECT v."id", v."publishedAt" FROM "video" v WHERE v."channelId" = channel."id" AND ${rules}
        ORDER BY v."publishedAt" DESC, v."id" ASC LIMIT ${each}
      ) own
    ), first AS MATERIALIZED (
      SELECT o."id", o."publishedAt" FROM (SELECT "id", "publishedAt" FROM newest ${videoIds.length === 0 ? sql`` : besides}) o
      ORDER BY o."publishedAt" DESC, o."id" ASC LIMIT ${reach}
    ), cut AS (
      SELECT min("publishedAt") AS "last" FROM newest GROUP BY "channelId" HAVING count(*) >= ${each}
    )
    SELECT (SELECT string_agg("id"::text, ',' ORDER BY "publishedAt" DESC, "id") FROM first) AS "ids",
      ${
        each === reach
          ? sql`TRUE`
          : sql`coalesce((SELECT max("last") FROM cut) < CASE WHEN (SELECT count(*) FROM first) >= ${reach}
        THEN (SELECT min("publishedAt") FROM first) ELSE '-infinity' END, TRUE)`
      } AS "isWhole"`.execute(db)
  const { ids, isWhole } = rows[0]!
  return isWhole ? toIds(ids) : undefined
}

const toIds = (ids: string | null | undefined): Int32Array =>
  ids ? Int32Array.from(ids.split(','), Number) : new Int32Array()

/** Local videos and followed ones are counted apart: each has its own index. */
export async function countVideos(db: Db | Tx, filters: VideoListFilters, moment: ListMoment): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT ${total(filters, moment)}::int AS "total"`.execute(db)
  return rows[0]!.total
}

/** Of the same list, those that the viewer's own mutes hide: read through the muted channels. */
export async function countHiddenByMutes(
  db: Db | Tx,
  filters: VideoListFilters,
  accountId: number,
  moment: ListMoment,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*)::int AS "total" FROM "video" v WHERE v."channelId" = ANY(ARRAY(${mutedChannels(accountId)}))
      AND ${where({ ...filters, mutedBy: null }, moment)}`.execute(db)
  return rows[0]!.total
}

export async function hasMutes(db: Db | Tx, accountId: number): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    SELECT EXISTS (SELECT FROM "accountBlocklist" m WHERE m."accountId" = ${accountId})
      OR EXISTS (SELECT FROM "serverBlocklist" m WHERE m."accountId" = ${accountId}) AS "some"`.execute(db)
  return rows[0]!.some
}

function total(filters: VideoListFilters, moment: ListMoment): RawBuilder<unknown> {
  if (!filters.scope.followedOnly) return sql`(SELECT count(*) FROM "video" v WHERE ${where(filters, moment)})`
  const rules = where({ ...filters, scope: { ...filters.scope, followedOnly: false } }, moment)
  return sql`(SELECT count(*) FROM "video" v WHERE NOT v."remote" AND ${rules})
    + (SELECT count(*) FROM "video" v JOIN sepiola."followedVideo" followed ON followed."videoId" = v."id"
        WHERE v."remote" AND ${rules})`
}
