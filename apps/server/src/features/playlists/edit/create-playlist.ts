import { randomUUID } from 'node:crypto'
import { ChannelActivityAction, PlaylistPrivacy } from '@sepiola/contract/enums.ts'
import { localPlaylistUrl, lockAccount } from '#features/accounts/public.ts'
import { requireManagedChannel } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { playlistCreated } from '../playlists.events.ts'
import { replacePlaylistThumbnails, withSentThumbnails } from '../thumbnails/replace-thumbnails.ts'
import { requireLastPlace } from './last-place.ts'
import { insertPlaylist, insertPlaylistActivity } from './edit.sql.ts'

export interface NewPlaylist {
  displayName: string
  description?: string | null | undefined
  /** Default private. */
  privacy?: number | undefined
  videoChannelId?: number | null | undefined
}

/**
 * A playlist in a channel belongs to the channel's account and comes last in it (spec 04 §6.4). Throws 404 and 403 for
 * the channel, 400.
 */
export async function createPlaylist(
  ctx: Context,
  viewer: Viewer,
  wanted: NewPlaylist,
  picture: ReceivedFile | undefined,
): Promise<{ id: number; uuid: string }> {
  const channel = wanted.videoChannelId ? await requireManagedChannel(ctx, viewer, wanted.videoChannelId) : undefined
  const privacy = wanted.privacy ?? PlaylistPrivacy.PRIVATE
  if (privacy !== PlaylistPrivacy.PRIVATE && !channel) {
    throw problem(400, 'A public or unlisted playlist must be in a channel.')
  }
  const ownerAccountId = channel?.ownerAccountId ?? viewer.accountId
  const uuid = randomUUID()
  const url = localPlaylistUrl(ctx.origin, uuid)
  const now = ctx.clock.now()
  const id = await withSentThumbnails(ctx, picture, (thumbnails) =>
    ctx.db.transaction().execute(async (tx) => {
      await lockAccount(tx, ownerAccountId)
      const created = await insertPlaylist(tx, {
        ...{ uuid, url, name: wanted.displayName, description: wanted.description ?? null, privacy, ownerAccountId },
        videoChannelId: channel?.id ?? null,
        videoChannelPosition: channel ? await requireLastPlace(tx, channel.id) : null,
        now,
      })
      if (thumbnails) await replacePlaylistThumbnails(ctx, tx, created, thumbnails)
      if (channel) {
        await insertPlaylistActivity(tx, {
          ...{ action: ChannelActivityAction.CREATE, channelId: channel.id, accountId: viewer.accountId, now },
          playlist: { id: created, name: wanted.displayName, uuid, url },
        })
      }
      await ctx.events.publish(tx, playlistCreated, { playlistId: created, privacy })
      return created
    }),
  )
  return { id, uuid }
}
