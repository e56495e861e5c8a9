import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { PlaylistAccess } from '../access/playlist-access.sql.ts'
import { insertPlaylistActivity, lockPlaylist, updatePlaylistRow, type LockedPlaylist } from '../edit/edit.sql.ts'
import { playlistElementsChanged } from '../playlists.events.ts'
import { keepingThumbnail } from '../thumbnails/playlist-thumbnail.job.ts'

/** What a change returns that left everything as it was. */
export const unchanged = Symbol('unchanged')

/**
 * Runs `change` alone on the elements of a playlist, with what follows from each change: date, picture, activity of the
 * channel, event. Throws 404 when the playlist is gone.
 */
export async function changeElements<T>(
  ctx: Context,
  viewer: Viewer,
  playlist: Pick<PlaylistAccess, 'id'>,
  change: (tx: Tx, playlist: LockedPlaylist) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    const locked = await lockPlaylist(tx, playlist.id)
    if (!locked) throw problem(404, 'Video playlist not found')
    const result = await keepingThumbnail(ctx, tx, locked.id, () => change(tx, locked))
    if (result === unchanged) return result
    const now = ctx.clock.now()
    await updatePlaylistRow(tx, locked.id, {}, now)
    if (locked.channelId !== null) {
      const { channelId } = locked
      const action = ChannelActivityAction.UPDATE_ELEMENTS
      await insertPlaylistActivity(tx, { action, channelId, accountId: viewer.accountId, playlist: locked, now })
    }
    await ctx.events.publish(tx, playlistElementsChanged, { playlistId: locked.id })
    return result
  })
}
