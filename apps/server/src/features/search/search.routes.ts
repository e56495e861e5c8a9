import { splitHandle } from '@sepiola/contract/lenient.ts'
import { searchChannels, searchPlaylists, searchVideos } from '@sepiola/contract/operations/search.ts'
import { channelView, resolveHandle } from '#features/accounts/public.ts'
import { findPlaylists, playlistView } from '#features/playlists/public.ts'
import { answerOnce } from '#foundation/answers/answer-once.ts'
import { implement } from '#foundation/http/implement.ts'
import { findChannelAt, findPlaylistAt, findVideoAt } from './find-by-address.ts'
import { isAddress } from './by-address.ts'
import { asksIndex, searchIndex } from './ask-index.ts'
import { findChannels, findPlaylistIds } from './others/search-others.sql.ts'
import { searchLocalVideos } from './videos/search-videos.ts'

export const searchOperations = [
  implement(searchVideos, async ({ ctx, viewer, query, request, reply }) => {
    if (isAddress(query.search)) return findVideoAt(ctx, viewer, query.search)
    if (asksIndex(ctx, query.searchTarget, request)) return searchIndex(ctx, viewer, 'videos', query, reply)
    const asked = await ctx.hooks.filter('filter:api.search.videos.local.list.params', query)
    return answerOnce(ctx, viewer, ['search', asked], async () => {
      const found = await searchLocalVideos(ctx, viewer, asked)
      return ctx.hooks.filter('filter:api.search.videos.local.list.result', found)
    })
  }),

  implement(searchChannels, async ({ ctx, viewer, query, request, reply }) => {
    const { search, handles } = query
    if (isAddress(search) || isFullHandle(search)) return findChannelAt(ctx, search)
    if (asksIndex(ctx, query.searchTarget, request)) return searchIndex(ctx, viewer, 'video-channels', query, reply)
    const asked = await ctx.hooks.filter('filter:api.search.video-channels.local.list.params', {
      ...query,
      localHost: ctx.origin.host,
      handles: handles?.flatMap((handle) => resolveHandle(ctx.origin, handle) ?? []),
    })
    return answerOnce(ctx, viewer, ['search channels', asked], async () => {
      const { total, channels } = await findChannels(ctx.db, asked)
      const found = { total, data: channels.map((channel) => channelView(ctx.origin, channel)) }
      return ctx.hooks.filter('filter:api.search.video-channels.local.list.result', found)
    })
  }),

  implement(searchPlaylists, async ({ ctx, viewer, query, request, reply }) => {
    if (isAddress(query.search)) return findPlaylistAt(ctx, viewer, query.search)
    if (asksIndex(ctx, query.searchTarget, request)) return searchIndex(ctx, viewer, 'video-playlists', query, reply)
    const asked = await ctx.hooks.filter('filter:api.search.video-playlists.local.list.params', {
      ...query,
      localHost: ctx.origin.host,
      uuids: query.uuids?.flatMap((reference) => ('uuid' in reference ? [reference.uuid] : [])),
    })
    return answerOnce(ctx, viewer, ['search playlists', asked], async () => {
      const { total, ids } = await findPlaylistIds(ctx.db, asked)
      const rows = await findPlaylists(ctx.db, ids)
      const found = { total, data: rows.map((row) => playlistView(ctx.origin, row)) }
      return ctx.hooks.filter('filter:api.search.video-playlists.local.list.result', found)
    })
  }),
]

/** `name@host` or `@name@host`. */
function isFullHandle(search: string | undefined): search is string {
  return search !== undefined && splitHandle(search)?.host !== undefined
}
