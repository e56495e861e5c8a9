import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import { lockAccount } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { PlaylistAccess } from '../access/playlist-access.sql.ts'
import { playlistDeleted } from '../playlists.events.ts'
import { replacePlaylistThumbnails } from '../thumbnails/replace-thumbnails.ts'
import { closeChannelGap, deletePlaylistRow, insertPlaylistActivity, lockPlaylist } from './edit.sql.ts'

/** With its elements and pictures; the playlists behind it in its channel move up. The caller has checked who asks. */
export async function deletePlaylist(ctx: Context, viewer: Viewer, playlist: PlaylistAccess): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await lockAccount(tx, playlist.ownerAccountId)
    const current = await lockPlaylist(tx, playlist.id)
    // Somebody else was faster.
    if (!current) return
    const { id, uuid, url, name, privacy, channelId } = current
    await replacePlaylistThumbnails(ctx, tx, id, [])
    await deletePlaylistRow(tx, id)
    if (channelId !== null) {
      await closeChannelGap(tx, channelId, current.channelPosition)
      await insertPlaylistActivity(tx, {
        ...{ action: ChannelActivityAction.DELETE, channelId, accountId: viewer.accountId, now: ctx.clock.now() },
        playlist: { id, name, uuid, url },
      })
    }
    const { ownerAccountId } = playlist
    await ctx.events.publish(tx, playlistDeleted, { playlistId: id, uuid, url, privacy, ownerAccountId, channelId })
  })
}
