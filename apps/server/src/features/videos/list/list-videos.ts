import type { RawBuilder } from 'kysely'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import {
  checkListQuery,
  includeOf,
  resolveListFilters,
  type VideoListFilters,
  type VideoListQuery,
  type VideoListScope,
} from './list-filters.ts'
import {
  countVideos,
  findAllVideoIds,
  findNewestOfChannels,
  findVideoIds,
  where,
  type ListMoment,
} from './list-videos.sql.ts'
import { showVideos } from './show-videos.ts'
import { orderBy } from './sort-videos.sql.ts'
import { videoCaches } from './video-caches.ts'

/** ms that the order of a whole list counts while nothing that decides it changed: … */
const orderLifetime = 60_000
/** … and when it depends on counters, which change without notice. */
const counterOrderLifetime = 5_000

const sortedByCounters = new Set(['views', 'likes', 'comments', 'trending', 'hot', 'best'])

/**
 * A page of videos as `viewer` may see them (spec 03 §1). The ids of the page come first, from the remembered order of
 * the whole list where it can be remembered: page 600 costs what page 1 costs, and the total is its length.
 */
export async function listVideos(
  ctx: Context,
  viewer: Viewer | undefined,
  query: VideoListQuery,
  scope: VideoListScope,
) {
  checkListQuery(query, viewer, scope)
  const filters = resolve(ctx, viewer, query, scope)
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
  return {
    listed: where(filters, moment),
    order: orderBy(filters, moment.trendingSince),
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

async function findPage(
  ctx: Context,
  filters: VideoListFilters,
  page: { start: number; count: number; skipCount?: boolean | undefined },
): Promise<{ ids: readonly number[]; total: number | undefined }> {
  const moment = listMoment(ctx)
  if (filters.scope.followed) return findFollowedPage(ctx, filters, filters.scope.followed, page)
  const caches = videoCaches(ctx)
  if (caches && !isPersonal(filters)) {
    const order = await caches.ids.get(JSON.stringify(filters), lifetimeOf(filters), () =>
      findAllVideoIds(ctx.db, filters, moment),
    )
    const ids = Array.from(order.subarray(page.start, page.start + page.count))
    return { ids, total: page.skipCount ? undefined : order.length }
  }
  const [ids, total] = await Promise.all([
    findVideoIds(ctx.db, filters, page, moment),
    page.skipCount ? undefined : countVideos(ctx.db, filters, moment),
  ])
  return { ids, total }
}

/** What a user watched changes with every minute of watching, and who just uploaded wants to see it in the own list. */
function isPersonal(filters: VideoListFilters): boolean {
  return filters.notWatchedBy !== undefined || filters.historyOf !== undefined || filters.scope.own === true
}

const lifetimeOf = (filters: VideoListFilters): number =>
  sortedByCounters.has(filters.sort) || filters.scheduledLives ? counterOrderLifetime : orderLifetime

/** Rows that a page merged of its channels may read; one walk over the newest of all videos is cheaper beyond. */
const largestMerge = 30_000

/** Everybody follows other channels, so no order is remembered, but how many videos there are, which takes longest. */
async function findFollowedPage(
  ctx: Context,
  filters: VideoListFilters,
  followed: NonNullable<VideoListScope['followed']>,
  page: { start: number; count: number; skipCount?: boolean | undefined },
): Promise<{ ids: readonly number[]; total: number | undefined }> {
  const moment = listMoment(ctx)
  const read = followed.channelIds.length * (page.start + page.count)
  const newest = filters.sort === 'publishedAt' && filters.descending && read <= largestMerge
  const count = () => countVideos(ctx.db, filters, moment)
  const caches = filters.notWatchedBy === undefined ? videoCaches(ctx) : undefined
  const total = async () => {
    if (!caches) return count()
    const kept = await caches.ids.get(`total ${JSON.stringify(filters)}`, orderLifetime, async () =>
      Int32Array.of(await count()),
    )
    return kept[0]
  }
  const [ids, sum] = await Promise.all([
    newest
      ? findNewestOfChannels(ctx.db, filters, followed, page, moment)
      : findVideoIds(ctx.db, filters, page, moment),
    page.skipCount ? undefined : total(),
  ])
  return { ids, total: sum }
}

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
