import {
  addPlaylist,
  deleteVideoPlaylistsByPlaylistId,
  putVideoPlaylistsByPlaylistId,
  reorderVideoPlaylistsOfChannel,
} from '@sepiola/contract/operations/video-playlists.ts'
import { uuidToShort } from '@sepiola/contract/short-uuid.ts'
import { lockAccount } from '#features/accounts/public.ts'
import { channelOfRequest } from '#features/channels/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { requireReadableImage } from '#foundation/images/require-readable-image.ts'
import {
  refuseWatchLater,
  requireManagedPlaylist,
  requireManager,
  requirePlaylist,
} from '../access/require-playlist.ts'
import { channelPlaylistsReordered } from '../playlists.events.ts'
import { createPlaylist } from './create-playlist.ts'
import { deletePlaylist } from './delete-playlist.ts'
import { moveChannelPlaylists } from './edit.sql.ts'
import { updatePlaylist } from './update-playlist.ts'

const createRoute = implement(addPlaylist, async ({ ctx, viewer, body, files, request }) => {
  await requireReadableImage(files.thumbnailfile, request.url)
  const { id, uuid } = await createPlaylist(ctx, viewer, body, files.thumbnailfile)
  return { videoPlaylist: { id, uuid, shortUUID: uuidToShort(uuid) } }
})

const updateRoute = implement(putVideoPlaylistsByPlaylistId, async (call) => {
  const { ctx, viewer, params, body, files, request } = call
  await requireReadableImage(files.thumbnailfile, request.url)
  const playlist = await requireManagedPlaylist(ctx, viewer, params.playlistId, 'REMOVE_ANY_VIDEO_PLAYLIST')
  await updatePlaylist(ctx, viewer, playlist, body, files.thumbnailfile)
})

const deleteRoute = implement(deleteVideoPlaylistsByPlaylistId, async ({ ctx, viewer, params }) => {
  const playlist = await requirePlaylist(ctx, viewer, params.playlistId)
  refuseWatchLater(playlist)
  requireManager(viewer, playlist, 'REMOVE_ANY_VIDEO_PLAYLIST')
  await deletePlaylist(ctx, viewer, playlist)
})

const managed = channelOfRequest()

const reorderRoute = implement(
  reorderVideoPlaylistsOfChannel,
  async ({ ctx, body, request }) => {
    const channel = managed.of(request)
    await ctx.db.transaction().execute(async (tx) => {
      await lockAccount(tx, channel.ownerAccountId)
      if (!(await moveChannelPlaylists(tx, channel.id, body, ctx.clock.now()))) return
      await ctx.events.publish(tx, channelPlaylistsReordered, { channelId: channel.id })
    })
  },
  { before: managed.before },
)

export const editOperations = [createRoute, updateRoute, deleteRoute, reorderRoute]
