import type { Reference } from '@sepiola/contract/lenient.ts'
import {
  delVideoPlaylistVideo,
  getUsersMeVideoPlaylistsVideosExist,
  putVideoPlaylistVideo,
  reorderVideoPlaylist,
} from '@sepiola/contract/operations/video-playlists.ts'
import { addVideoPlaylistVideo, getVideoPlaylistVideos } from '@sepiola/contract/operations/videos.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { findVideoRow } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { PlaylistAccess } from '../access/playlist-access.sql.ts'
import {
  requireManagedPlaylist,
  requireManager,
  requirePlaylist,
  requireReadablePlaylist,
} from '../access/require-playlist.ts'
import { changeElements, unchanged } from './change-elements.ts'
import {
  appendElement,
  deleteElement,
  findVideosInPlaylists,
  hasElement,
  moveElements,
  updateElement,
  type ExistingElementRow,
} from './elements.sql.ts'
import { listElements } from './list-elements.ts'

const right = 'UPDATE_ANY_VIDEO_PLAYLIST'

const listRoute = implement(getVideoPlaylistVideos, async ({ ctx, viewer, params, query }) => {
  const playlist = await requireReadablePlaylist(ctx, viewer, params.playlistId)
  const options = { start: query.start, count: query.count, videoPlaylistId: playlist.id, user: viewer }
  const wanted = await ctx.hooks.filter('filter:api.video-playlist.videos.list.params', options)
  const page = { playlistId: playlist.id, start: wanted.start, count: wanted.count }
  const list = await listElements(ctx, viewer, page)
  return ctx.hooks.filter('filter:api.video-playlist.videos.list.result', list, wanted)
})

/** A moment of 0 s is no moment. */
const moment = (seconds: number | null | undefined) => seconds || null

const addRoute = implement(addVideoPlaylistVideo, async ({ ctx, viewer, params, body, request, reply }) => {
  const playlist = await requirePlaylist(ctx, viewer, params.playlistId)
  const video = await findVideoRow(ctx.db, body.videoId)
  if (!video) throw problem(404, 'Video not found')
  requireManager(viewer, playlist, right)
  const element = await changeElements(ctx, viewer, playlist, async (tx, { id, url }) => {
    const added = await appendElement(tx, {
      ...{ playlistId: id, playlistUrl: url, videoId: video.id, now: ctx.clock.now() },
      startTimestamp: moment(body.startTimestamp),
      stopTimestamp: moment(body.stopTimestamp),
    })
    if (!added) throw problem(404, 'Video not found')
    return added
  })
  const playlistElement = { ...element, videoPlaylistId: playlist.id, videoId: video.id }
  await ctx.hooks.action('action:api.video-playlist-element.created', { playlistElement, req: request, res: reply })
  return { videoPlaylistElement: { id: element.id } }
})

const updateRoute = implement(putVideoPlaylistVideo, async ({ ctx, viewer, params, body }) => {
  const playlist = await requirePlaylistOfElement(ctx, viewer, params)
  const { startTimestamp, stopTimestamp } = body
  await changeElements(ctx, viewer, playlist, async (tx, { id }) => {
    const changes = {
      ...(startTimestamp !== undefined && { startTimestamp: moment(startTimestamp) }),
      ...(stopTimestamp !== undefined && { stopTimestamp: moment(stopTimestamp) }),
    }
    const key = { id: params.playlistElementId, playlistId: id }
    if (!(await updateElement(tx, key, changes, ctx.clock.now()))) throw noElement()
  })
})

const removeRoute = implement(delVideoPlaylistVideo, async ({ ctx, viewer, params }) => {
  const playlist = await requirePlaylistOfElement(ctx, viewer, params)
  await changeElements(ctx, viewer, playlist, async (tx, { id }) => {
    if (!(await deleteElement(tx, { id: params.playlistElementId, playlistId: id }))) throw noElement()
  })
})

/** A playlist with this element that the viewer may change. Throws 404 for either, 403 (spec 04 §6.5). */
async function requirePlaylistOfElement(
  ctx: Context,
  viewer: Viewer,
  { playlistId, playlistElementId: id }: { playlistId: Reference; playlistElementId: number },
): Promise<PlaylistAccess> {
  const playlist = await requirePlaylist(ctx, viewer, playlistId)
  if (!(await hasElement(ctx.db, { id, playlistId: playlist.id }))) throw noElement()
  requireManager(viewer, playlist, right)
  return playlist
}

const noElement = () => problem(404, 'Video playlist element not found')

const reorderRoute = implement(reorderVideoPlaylist, async ({ ctx, viewer, params, body }) => {
  const playlist = await requireManagedPlaylist(ctx, viewer, params.playlistId, right)
  await changeElements(ctx, viewer, playlist, async (tx, { id }) => {
    if (!(await moveElements(tx, id, body))) return unchanged
  })
})

const existRoute = implement(getUsersMeVideoPlaylistsVideosExist, async ({ ctx, viewer, query: { videoIds } }) => {
  const rows = await findVideosInPlaylists(ctx.db, viewer.accountId, videoIds)
  const byVideo = Map.groupBy(rows, (row) => row.videoId)
  return Object.fromEntries(videoIds.map((id) => [id, (byVideo.get(id) ?? []).map(toExisting)]))
})

function toExisting({ videoId: _videoId, playlistUuid, ...rest }: ExistingElementRow) {
  return { ...rest, playlistShortUUID: uuidToShort(playlistUuid) }
}

export const elementOperations = [listRoute, addRoute, updateRoute, removeRoute, reorderRoute, existRoute]
