import type { FastifyRequest } from 'fastify'
import {
  getSyndicatedComments,
  getSyndicatedSubscriptionVideos,
  getSyndicatedVideos,
} from '@sepiola/contract/operations/video-feeds.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { chooseFormat, typesOf, type FeedFormat } from './render/feed-format.ts'
import type { Feed } from './render/feed.ts'
import { serveFeed } from './serve-feed.ts'

const addressOf = (ctx: Context, request: FastifyRequest) => ctx.origin.url + request.url

/** What writes feeds is loaded when the first reader comes. */
async function loadRender(ctx: Context, format: FeedFormat): Promise<(feed: Promise<Feed>) => Promise<string>> {
  const { renderFeed } = await import('./render/render-feed.ts')
  return async (feed) => renderFeed(ctx.origin.url, await feed, format)
}

const videosRoute = implement(getSyndicatedVideos, async ({ ctx, params, query, request, reply }) => {
  const format = chooseFormat(params.format, query.format)
  const render = await loadRender(ctx, format)
  const { videoFeed } = await import('./videos/video-feed.ts')
  const build = () => render(videoFeed(ctx, query, addressOf(ctx, request)))
  return serveFeed(ctx, { request, reply, types: typesOf(format, params.format), build })
})

const subscriptionsRoute = implement(
  getSyndicatedSubscriptionVideos,
  async ({ ctx, params, query, request, reply }) => {
    const format = chooseFormat(params.format, query.format)
    const render = await loadRender(ctx, format)
    const { requireFeedOwner, subscriptionFeed } = await import('./videos/video-feed.ts')
    const { accountId, token } = query
    // Each time, so that a renewed token ends the feed at once, and a new subscription shows.
    const { actorId, followed } = await requireFeedOwner(ctx, accountId, token)
    const build = () => render(subscriptionFeed(ctx, { accountId, actorId }, query, addressOf(ctx, request)))
    return serveFeed(ctx, { request, reply, types: typesOf(format, params.format), build, version: followed })
  },
)

const commentsRoute = implement(getSyndicatedComments, async ({ ctx, viewer, params, query, request, reply }) => {
  const format = chooseFormat(params.format, query.format)
  const render = await loadRender(ctx, format)
  const { commentFeed } = await import('./comments/comment-feed.ts')
  const build = () => render(commentFeed(ctx, viewer, query, addressOf(ctx, request)))
  const personal = viewer !== undefined
  return serveFeed(ctx, { request, reply, types: typesOf(format, params.format), build, personal })
})

export const feedOperations = [videosRoute, subscriptionsRoute, commentsRoute]
