import { sql, type RawBuilder } from 'kysely'
import { VideoState } from '@sepiola/contract/enums.ts'
import { channelJson, followedServerIds, type ChannelRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import { containing, pageClause, readSort } from '#foundation/db/list-clauses.ts'
import { channelsOf } from '../collaborators/collaborations.sql.ts'

type Column = 'id' | 'name' | 'updatedAt' | 'createdAt'

export interface ChannelPage {
  start: number
  count: number
  sort: Column | `-${Column}`
}

export interface ChannelList {
  total: number
  channels: ChannelRow[]
}

/** Names sort as people expect, whatever the collation of the database. */
const columns: Record<Column, RawBuilder<unknown>> = {
  id: sql`c.id`,
  name: sql`c.name COLLATE "und-x-icu"`,
  updatedAt: sql`c."updatedAt"`,
  createdAt: sql`c."createdAt"`,
}

/** `where` sees the channel as `c`. Ids of the page first, then the JSON of those rows only. */
async function listWhere(
  db: Db | Tx,
  where: RawBuilder<unknown>,
  page: ChannelPage,
  counting = sql`SELECT count(*) AS total FROM "videoChannel" c WHERE ${where}`,
): Promise<ChannelList> {
  const { column, direction } = readSort(page.sort)
  const [counted, listed] = await Promise.all([
    sql<{ total: number }>`${counting}`.execute(db),
    sql<{ channel: ChannelRow }>`
      SELECT ${channelJson(sql<number>`page.id`)} AS channel
        FROM (SELECT c.id, ${columns[column]} AS key FROM "videoChannel" c WHERE ${where}
               ORDER BY key ${direction}, c.id ASC ${pageClause(page)}) page
       ORDER BY page.key ${direction}, page.id ASC`.execute(db),
  ])
  return { total: counted.rows[0]!.total, channels: listed.rows.map((row) => row.channel) }
}

/**
 * SQL on the alias `c`: a channel of this server, or of a server that the instance follows (spec 04 §3.1): it follows the
 * other instance's actor, or the channel or its account themselves.
 */
export const isPublicChannel = sql`EXISTS (
  SELECT 1 FROM "actor" act
   WHERE act."videoChannelId" = c.id
     AND (act."serverId" IS NULL OR act."serverId" = ANY(ARRAY(${followedServerIds}))))`

/** How many of them there are, from the index of channels' actors alone: each channel has one. */
const countPublicChannels = sql`
  SELECT (SELECT count(*) FROM "actor" WHERE "videoChannelId" IS NOT NULL AND "serverId" IS NULL)
    + (SELECT count(*) FROM "actor" WHERE "videoChannelId" IS NOT NULL
        AND "serverId" = ANY(ARRAY(${followedServerIds}))) AS total`

export function listPublicChannels(db: Db | Tx, page: ChannelPage): Promise<ChannelList> {
  return listWhere(db, isPublicChannel, page, countPublicChannels)
}

/** Channels of an account, with `collaborations` also those that it helps with. */
export function listAccountChannels(
  db: Db | Tx,
  request: ChannelPage & { accountId: number; search: string | undefined; collaborations: boolean },
): Promise<ChannelList> {
  const own = sql`c."accountId" = ${request.accountId}`
  const mine = request.collaborations ? sql`c.id IN (${channelsOf(request.accountId, true)})` : own
  const where = request.search ? sql`${mine} AND ${matches(request.search)}` : mine
  return listWhere(db, where, request)
}

function matches(search: string): RawBuilder<unknown> {
  const pattern = containing(search)
  return sql`(lower(immutable_unaccent(c.name)) LIKE lower(immutable_unaccent(${pattern}))
    OR EXISTS (SELECT 1 FROM "actor" act
                WHERE act."videoChannelId" = c.id AND lower(act."preferredUsername") LIKE lower(${pattern})))`
}

export interface ChannelStatsRow {
  channelId: number
  videosCount: number
  totalViews: number
  viewsPerDay: { date: string; views: number }[]
}

/** Videos, all views, and views of the 30 days before today and of today, oldest first (spec 04 §2). */
export async function findChannelStats(
  db: Db | Tx,
  channelIds: readonly number[],
  now: Date,
): Promise<Map<number, ChannelStatsRow>> {
  const { rows } = await sql<ChannelStatsRow>`
    WITH day AS (
      SELECT generate_series(date_trunc('day', ${now}::timestamptz) - interval '30 days',
                             date_trunc('day', ${now}::timestamptz), interval '1 day') AS start
    )
    SELECT c.id AS "channelId",
           (SELECT count(*) FROM "video" v
             WHERE v."channelId" = c.id AND v.state = ${sql.lit(VideoState.PUBLISHED)}) AS "videosCount",
           (SELECT COALESCE(sum(v.views), 0) FROM "video" v WHERE v."channelId" = c.id) AS "totalViews",
           (SELECT json_agg(json_build_object('date', per.start, 'views', per.views) ORDER BY per.start)
              FROM (SELECT day.start, COALESCE(sum(seen.views), 0) AS views
                      FROM day
                      LEFT JOIN (SELECT s."startDate", s.views
                                   FROM "video" v JOIN "videoStat" s ON s."videoId" = v.id
                                  WHERE v."channelId" = c.id AND s."startDate" >= (SELECT min(start) FROM day)) seen
                        ON seen."startDate" >= day.start AND seen."startDate" < day.start + interval '1 day'
                     GROUP BY day.start) per) AS "viewsPerDay"
      FROM "videoChannel" c WHERE c.id = ANY(${channelIds}::int[])`.execute(db)
  return new Map(rows.map((row) => [row.channelId, row]))
}
