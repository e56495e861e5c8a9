import { ChannelActivityAction, PlaylistPrivacy } from '@sepiola/contract/enums.ts'
import { lockAccount } from '#features/accounts/public.ts'
import { requireManagedChannel } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { PlaylistAccess } from '../access/playlist-access.sql.ts'
import { refuseWatchLater } from '../access/require-playlist.ts'
import { playlistUpdated } from '../playlists.events.ts'
import { keepingThumbnail } from '../thumbnails/playlist-thumbnail.job.ts'
import { replacePlaylistThumbnails, withSentThumbnails } from '../thumbnails/replace-thumbnails.ts'
import {
  closeChannelGap,
  insertPlaylistActivity,
  lockPlaylist,
  updatePlaylistRow,
  type LockedPlaylist,
} from './edit.sql.ts'
import { requireLastPlace } from './last-place.ts'

export interface PlaylistChanges {
  displayName?: string | undefined
  description?: string | null | undefined
  privacy?: number | undefined
  /** null: out of its channel. */
  videoChannelId?: number | null | undefined
}

/** What is absent stays (spec 04 §6.4). The caller has checked who asks. Throws 400; 404 and 403 for the channel. */
export async function updatePlaylist(
  ctx: Context,
  viewer: Viewer,
  playlist: PlaylistAccess,
  changes: PlaylistChanges,
  picture: ReceivedFile | undefined,
): Promise<void> {
  refusePublicWithoutChannel(playlist, changes)
  refuseWatchLater(playlist)
  if (changes.videoChannelId) {
    const channel = await requireManagedChannel(ctx, viewer, changes.videoChannelId)
    if (channel.ownerAccountId !== playlist.ownerAccountId) {
      throw problem(400, 'A playlist can only be moved to a channel of the same account.')
    }
  }
  await withSentThumbnails(ctx, picture, (thumbnails) =>
    ctx.db.transaction().execute(async (tx) => {
      await lockAccount(tx, playlist.ownerAccountId)
      const before = await lockPlaylist(tx, playlist.id)
      if (!before) throw problem(404, 'Video playlist not found')
      refusePublicWithoutChannel(before, changes)
      await keepingThumbnail(ctx, tx, playlist.id, () => save(ctx, tx, viewer, before, changes))
      if (thumbnails) await replacePlaylistThumbnails(ctx, tx, playlist.id, thumbnails)
    }),
  )
}

function refusePublicWithoutChannel(
  playlist: { privacy: number; channelId: number | null },
  changes: PlaylistChanges,
): void {
  const privacy = changes.privacy ?? playlist.privacy
  const channelId = changes.videoChannelId === undefined ? playlist.channelId : changes.videoChannelId
  if (privacy === PlaylistPrivacy.PUBLIC && channelId === null) {
    throw problem(400, 'A public playlist must be in a channel.')
  }
}

async function save(ctx: Context, tx: Tx, viewer: Viewer, before: LockedPlaylist, changes: PlaylistChanges) {
  const now = ctx.clock.now()
  const { displayName, description, privacy, videoChannelId } = changes
  const moves = videoChannelId !== undefined && videoChannelId !== before.channelId
  if (moves && before.channelId !== null) await closeChannelGap(tx, before.channelId, before.channelPosition)
  await updatePlaylistRow(
    tx,
    before.id,
    {
      ...(displayName !== undefined && { name: displayName }),
      ...(description !== undefined && { description }),
      ...(privacy !== undefined && { privacy }),
      ...(moves && {
        videoChannelId,
        videoChannelPosition: videoChannelId === null ? null : await requireLastPlace(tx, videoChannelId),
      }),
    },
    now,
  )
  const playlist = { ...before, name: displayName ?? before.name }
  const record = (action: number, channelId: number) =>
    insertPlaylistActivity(tx, { action, channelId, accountId: viewer.accountId, playlist, now })
  if (!moves && before.channelId !== null) await record(ChannelActivityAction.UPDATE, before.channelId)
  if (moves && before.channelId !== null) await record(ChannelActivityAction.REMOVE_CHANNEL_OWNERSHIP, before.channelId)
  if (moves && videoChannelId !== null) await record(ChannelActivityAction.CREATE_CHANNEL_OWNERSHIP, videoChannelId)
  await ctx.events.publish(tx, playlistUpdated, {
    playlistId: before.id,
    privacy: privacy ?? before.privacy,
    previousPrivacy: before.privacy,
  })
}
