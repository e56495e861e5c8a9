import { getVideosPodcastFeed } from '@sepiola/contract/operations/video-feeds.ts'
import { implement } from '#foundation/http/implement.ts'
import { rssTypes } from '../render/feed-format.ts'
import { serveFeed } from '../serve-feed.ts'

export const podcastRoute = implement(getVideosPodcastFeed, async ({ ctx, query, request, reply }) => {
  // Loaded when the first reader comes.
  const [{ podcastFeed }, { podcastView }] = await Promise.all([
    import('./podcast-feed.ts'),
    import('./podcast.view.ts'),
  ])
  const build = async () =>
    podcastView(ctx.origin.url, await podcastFeed(ctx, query, ctx.origin.url + request.url), query.enclosurePreference)
  return serveFeed(ctx, { request, reply, types: rssTypes, build })
})
