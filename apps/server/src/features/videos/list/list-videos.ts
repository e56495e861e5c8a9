import { createHash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { estimateTotal, estimateVideos } from './estimate-total.sql.ts'
import {
  checkListQuery,
  includeOf,
  resolveListFilters,
  type VideoListFilters,
  type VideoListQuery,
  type VideoListScope,
} from './list-filters.ts'
import { where, type ListMoment } from './list-rules.sql.ts'
import {
  countHiddenByMutes,
  countVideos,
  findFirstIds,
  findFirstVideoIds,
  findNewestOfChannels,
  hasMutes,
} from './list-videos.sql.ts'
import { showVideos } from './show-videos.ts'
import { orderBy } from './sort-videos.sql.ts'
import { videoCaches, type VideoCaches } from './video-caches.ts'

/** ms that the order of a list counts while nothing that decides it changed: … */
const orderLifetime = 60_000
/** … and when it depends on counters, which change without notice. */
const counterOrderLifetime = 5_000

const sortedByCounters = new Set(['views', 'likes', 'comments', 'trending', 'hot', 'best'])

/** How many of the first ids of an order are read at once: the fewest that the page is within. */
const reaches = [25, 100, 1000, 10_000, 100_000]

/**
 * A page of videos as `viewer` may see them (spec 03 §1). The ids of the page come first, from the remembered beginning
 * of the list's order where it can be remembered: page 600 costs what page 1 costs. A list that is shorter has its length
 * as total, longer ones are counted; a count that takes long is renewed beside the answers.
 */
export async function listVideos(
  ctx: Context,
  viewer: Viewer | undefined,
  query: VideoListQuery,
  scope: VideoListScope,
) {
  checkListQuery(query, viewer, scope)
  const filters = await shareable(ctx, resolve(ctx, viewer, query, scope))
  const { ids, total } = await findPage(ctx, filters, query)
  const data = await showVideos(ctx, viewer, ids, {
    include: includeOf(query, scope),
    liveSchedules: query.includeScheduledLive ?? false,
  })
  return total === undefined ? { data } : { total, data }
}

/** The rules of a list as SQL on the alias `v`, for lists whose order is another slice's (history). */
export function listedRule(
  ctx: Context,
  viewer: Viewer | undefined,
  query: VideoListQuery,
  scope: VideoListScope,
): RawBuilder<unknown> {
  return where(resolve(ctx, viewer, query, scope), listMoment(ctx))
}

/** A list whose videos another slice selects (search), by the rules and in the order of every list. */
export interface VideoSelection {
  /** SQL on the alias `v`: the viewer may see it and the query's filters let it through. */
  listed: RawBuilder<unknown>
  order: RawBuilder<unknown>
  /** Ids of the first ones in that order. `besides`: a further condition on the alias `v`. */
  first(count: number, besides?: RawBuilder<unknown>): Promise<number[]>
  /** Ids that `find` answers, remembered for all who ask the same `question` under the same rules. */
  ids(question: unknown, find: () => Promise<readonly number[]>): Promise<readonly number[]>
}

/** Refuses what the query may not ask, as `listVideos`. */
export function selectVideos(
  ctx: Context,
  viewer: Viewer | undefined,
  query: VideoListQuery,
  scope: VideoListScope,
): VideoSelection {
  checkListQuery(query, viewer, scope)
  const filters = resolve(ctx, viewer, query, scope)
  const moment = listMoment(ctx)
  const listed = where(filters, moment)
  const order = orderBy(filters, moment.trendingSince)
  return {
    listed,
    order,
    first: (count, besides) => findFirstVideoIds(ctx.db, { listed, order, besides }, count),
    async ids(question, find) {
      const caches = isPersonal(filters) ? undefined : videoCaches(ctx)
      if (!caches) return find()
      const key = JSON.stringify([question, filters])
      return Array.from(await caches.ids.get(key, lifetimeOf(filters), async () => Int32Array.from(await find())))
    },
  }
}

function resolve(ctx: Context, viewer: Viewer | undefined, query: VideoListQuery, scope: VideoListScope) {
  const settings = ctx.settings.current
  return resolveListFilters(query, viewer, scope, {
    defaultPolicy: settings.instance.default_nsfw_policy,
    flagsEnabled: settings.nsfw_flags_settings.enabled,
  })
}

const reachOf = (wanted: number): number => reaches.find((size) => size >= wanted) ?? 2 ** 31 - 1

async function findPage(
  ctx: Context,
  filters: VideoListFilters,
  page: { start: number; count: number; skipCount?: boolean | undefined },
): Promise<{ ids: readonly number[]; total: number | undefined }> {
  const moment = listMoment(ctx)
  const wanted = page.start + page.count
  const reach = reachOf(wanted)
  const find = () => findFirst(ctx, filters, reach, moment)
  const caches = isPersonal(filters) ? undefined : videoCaches(ctx)
  const first = caches ? await caches.ids.get(`${reach} ${keyOf(filters)}`, lifetimeOf(filters), find) : await find()
  const ids = Array.from(first.subarray(page.start, wanted))
  if (page.skipCount) return { ids, total: undefined }
  return { ids, total: first.length < reach ? first.length : Math.max(reach, await countAll(ctx, filters)) }
}

async function findFirst(
  ctx: Context,
  filters: VideoListFilters,
  reach: number,
  moment: ListMoment,
): Promise<Int32Array> {
  const { sort, descending, scope } = filters
  const merged =
    scope.followed && sort === 'publishedAt' && descending
      ? await findNewestOfChannels(ctx.db, filters, scope.followed, reach, moment)
      : undefined
  return merged ?? findFirstIds(ctx.db, filters, reach, moment)
}

/** Somebody may follow thousands of channels. */
function keyOf({ scope, ...rules }: Partial<VideoListFilters> & Pick<VideoListFilters, 'scope'>): string {
  const followed = scope.followed && createHash('sha1').update(JSON.stringify(scope.followed)).digest('base64')
  return JSON.stringify({ ...rules, scope: { ...scope, followed } })
}

/** Who mutes nobody sees the list that everybody sees, and shares what is remembered of it. */
async function shareable(ctx: Context, filters: VideoListFilters): Promise<VideoListFilters> {
  const { mutedBy } = filters
  if (typeof mutedBy !== 'number') return filters
  const mutes = await videoCaches(ctx)?.ids.get(`mutes ${mutedBy}`, orderLifetime, async () =>
    Int32Array.of(Number(await hasMutes(ctx.db, mutedBy))),
  )
  return mutes?.[0] === 0 ? { ...filters, mutedBy: null } : filters
}

/** The total of a list, which neither its order nor (by `best`) who asks decides. */
async function countAll(ctx: Context, filters: VideoListFilters): Promise<number> {
  const { sort: _, descending: __, historyOf: ___, ...rules } = filters
  const count = () => countVideos(ctx.db, filters, listMoment(ctx))
  const caches = filters.scope.own ? undefined : videoCaches(ctx)
  if (!caches) return count()
  if (typeof filters.mutedBy === 'number') return countWithMutes(ctx, filters, filters.mutedBy)
  const key = `total ${keyOf(rules)}`
  const videos = isBroad(filters) ? await countRows(ctx, caches) : 0
  if (videos > mostCounted) {
    const estimate = () => estimateTotal(ctx.db, filters, listMoment(ctx), videos)
    return caches.largeTotals.get(key, estimate, count)
  }
  const lifetime = filters.notWatchedBy === undefined ? orderLifetime : 0
  const kept = await caches.ids.get(key, lifetime, async () => Int32Array.of(await count()))
  return kept[0]!
}

/** With more videos in the database, the first who asks for a total gets an estimate. */
const mostCounted = 50_000

/** Neither a few channels' videos nor named ones, which are counted quickly, nor a list that changes while one watches. */
function isBroad({ scope, uuidOneOf, notWatchedBy }: VideoListFilters): boolean {
  const { accountId, channelId, followed, channelNames } = scope
  return [accountId, channelId, followed, channelNames, uuidOneOf, notWatchedBy].every((rule) => rule === undefined)
}

/** About how many videos the database has. */
async function countRows(ctx: Context, caches: VideoCaches): Promise<number> {
  const kept = await caches.ids.get('videos', orderLifetime, async () => Int32Array.of(await estimateVideos(ctx.db)))
  return kept[0]!
}

async function countWithMutes(ctx: Context, filters: VideoListFilters, accountId: number): Promise<number> {
  const [all, hidden] = await Promise.all([
    countAll(ctx, { ...filters, mutedBy: null }),
    countHiddenByMutes(ctx.db, filters, accountId, listMoment(ctx)),
  ])
  return Math.max(0, all - hidden)
}

/** What a user watched changes with every minute of watching, and who just uploaded wants to see it in the own list. */
function isPersonal(filters: VideoListFilters): boolean {
  return filters.notWatchedBy !== undefined || filters.historyOf !== undefined || filters.scope.own === true
}

const lifetimeOf = (filters: VideoListFilters): number =>
  sortedByCounters.has(filters.sort) || filters.scheduledLives ? counterOrderLifetime : orderLifetime

const day = 24 * 60 * 60 * 1000

function listMoment(ctx: Context): ListMoment {
  const now = ctx.clock.now()
  const { interval_days } = ctx.settings.current.trending.videos
  return { now, trendingSince: new Date(now.getTime() - interval_days * day), localHost: ctx.origin.host }
}

/** Whether remote videos of any server may be shown to this viewer (spec 03 §1.1). */
export function maySearchRemote(ctx: Context, viewer: Viewer | undefined): boolean {
  const { anonymous, users } = ctx.settings.current.search.remote_uri
  return anonymous || (users && viewer !== undefined)
}
