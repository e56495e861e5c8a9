import { delVideoChannel } from '@sepiola/contract/operations/video-channels.ts'
import { discountFollows, lockAccount, reserveActor } from '#features/accounts/public.ts'
import { removeFilesOfActors } from '#features/actor-images/public.ts'
import { channelDeleted } from '#features/channels/channels.events.ts'
import { channelOfRequest, countChannels, type ChannelAccess } from '#features/channels/public.ts'
import { releaseChannelPlaylists } from '#features/playlists/public.ts'
import { removeVideo, videosChanged } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { deleteChannelRow, findVideoIds, lockChannel } from './channel-settings.sql.ts'

/**
 * Deletes a channel for good: videos with their files, subscriptions, pictures; its playlists survive (spec 04 §3.3).
 * Videos go in transactions of their own, so that a large channel locks nothing for long; after a crash in between the
 * deletion is simply asked for again. Throws 409 for an account's last channel.
 */
async function deleteChannel(ctx: Context, viewer: Viewer, channel: ChannelAccess): Promise<void> {
  const { id: channelId, actorId, name, url, ownerAccountId: accountId } = channel
  if ((await countChannels(ctx.db, accountId)) <= 1) throw lastChannel()
  for (const videoId of await findVideoIds(ctx.db, channelId)) {
    await ctx.db.transaction().execute((tx) => removeVideo(ctx, tx, videoId, viewer.accountId))
  }
  await ctx.db.transaction().execute(async (tx) => {
    await lockAccount(tx, accountId)
    const current = await lockChannel(tx, channelId)
    // Somebody else was faster.
    if (!current) return
    if (current.accountId !== accountId) throw problem(403, 'This channel went to another account.')
    // The others may have gone meanwhile.
    if ((await countChannels(tx, accountId)) <= 1) throw lastChannel()
    // What was uploaded meanwhile.
    for (const videoId of await findVideoIds(tx, channelId)) await removeVideo(ctx, tx, videoId, viewer.accountId)
    await releaseChannelPlaylists(ctx, tx, channelId)
    await removeFilesOfActors(ctx, tx, [actorId])
    await reserveActor(tx, actorId, ctx.clock.now())
    await discountFollows(tx, [actorId])
    await deleteChannelRow(tx, channelId)
    await ctx.events.publish(tx, channelDeleted, { channelId, actorId, name, url, accountId })
  })
}

const lastChannel = () => problem(409, 'The last channel of an account cannot be deleted.')

const owned = channelOfRequest({ owner: true })

export const deleteRoute = implement(
  delVideoChannel,
  async ({ ctx, viewer, request, reply }) => {
    const channel = owned.of(request)
    await deleteChannel(ctx, viewer, channel)
    videosChanged(ctx)
    const { id, name, displayName, ownerAccountId } = channel
    ctx.audit.delete(viewer, 'channels', { id, name, displayName, ownerAccountId })
    const videoChannel = { id, name: displayName }
    await ctx.hooks.action('action:api.video-channel.deleted', { videoChannel, req: request, res: reply })
  },
  { before: owned.before },
)
