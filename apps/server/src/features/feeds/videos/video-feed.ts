import {
  checkListQuery,
  findVideoSummaries,
  maySearchRemote,
  selectVideos,
  type VideoListQuery,
  type VideoListScope,
} from '#features/videos/public.ts'
import { findFollowed } from '#features/subscriptions/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { feedHeader, requireSubject, type ActorFilters } from '../feed-subject.ts'
import { findFeedOwner, notMutedBy, type FeedOwner } from '../feeds.sql.ts'
import type { Feed } from '../render/feed.ts'
import { shownParts, videoItem } from './video-item.view.ts'

/** What a feed is asked; it is always as long as the settings say. */
export type VideoFeedQuery = Omit<VideoListQuery, 'start' | 'count'>

/** Videos of everybody, an account or a channel as anonymous viewers see them (spec 03 §20). Throws 400, 401, 404. */
export async function videoFeed(ctx: Context, query: VideoFeedQuery & ActorFilters, feedUrl: string): Promise<Feed> {
  checkListQuery({ ...query, start: 0, count: 0 }, undefined, { followedOnly: true })
  const subject = await requireSubject(ctx, query)
  const { account, channel } = subject
  const scope: VideoListScope = {
    ...(account ? { accountId: account.id } : {}),
    ...(channel ? { channelId: channel.id } : {}),
    followedOnly: account || channel ? !maySearchRemote(ctx, undefined) : true,
  }
  const [header, items] = await Promise.all([feedHeader(ctx, subject), findItems(ctx, query, scope)])
  const podcastUrl = channel && `${ctx.origin.url}/feeds/podcast/videos.xml?videoChannelId=${channel.id}`
  return { ...header, feedUrl, podcastUrl, items }
}

/** Throws 404 unknown account, 403 remote or wrong token. Only what anonymous viewers may see: readers fetch from anywhere. */
export async function requireFeedOwner(ctx: Context, accountId: number, token: string): Promise<FeedOwner> {
  const owner = await findFeedOwner(ctx.db, accountId)
  if (!owner) throw problem(404, 'Account not found')
  if (owner.remote) throw problem(403, 'This account is of another server.')
  if (owner.feedToken === null || owner.feedToken !== token) throw problem(403, 'The feed token is not right.')
  return owner
}

/** Videos of what an account follows (spec 03 §20). Throws 400, 401. */
export async function subscriptionFeed(
  ctx: Context,
  owner: { accountId: number; actorId: number },
  query: VideoFeedQuery,
  feedUrl: string,
): Promise<Feed> {
  const followed = await findFollowed(ctx.db, owner.actorId)
  const subject = await requireSubject(ctx, { accountId: owner.accountId })
  const scope = { followed, followedOnly: !maySearchRemote(ctx, undefined) }
  const [header, items] = await Promise.all([feedHeader(ctx, subject), findItems(ctx, query, scope, owner.accountId)])
  return { ...header, feedUrl, items }
}

/** `reader`: the account whose mutes count beside the instance's. */
async function findItems(
  ctx: Context,
  query: VideoFeedQuery,
  scope: VideoListScope,
  reader?: number,
): Promise<Feed['items']> {
  const { count } = ctx.settings.current.feeds.videos
  const list = selectVideos(ctx, undefined, { ...query, start: 0, count }, { ...scope, withFiles: true })
  const ids = await list.first(count, reader === undefined ? undefined : notMutedBy(reader))
  const rows = await findVideoSummaries(ctx.db, ids, {
    include: shownParts,
    liveSchedules: false,
    wholeDescriptions: true,
    ...{ userId: null, accountId: null },
    // Nobody's watching is shown.
    viewersSince: ctx.clock.now(),
  })
  const shown = await ctx.hooks.filter('filter:feed.videos.list.result', rows, query)
  return shown.map((row) => videoItem(ctx.origin, row))
}
