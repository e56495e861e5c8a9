import { channelContentChanged } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { videoMoved, videoUpdated } from '../videos.events.ts'
import { findOwnerOfChannel, lockVideoForEdit, updateVideoRow } from './video-rows.sql.ts'

/**
 * Moves a video to another channel, whoever owns that; the caller has checked who asks. Returns where it was. Throws 404
 * when it is gone.
 */
export async function moveVideo(
  ctx: Context,
  tx: Tx,
  videoId: number,
  toChannelId: number,
): Promise<{ channelId: number; accountId: number }> {
  const video = await lockVideoForEdit(tx, videoId)
  if (!video) throw problem(404, 'Video not found')
  const now = ctx.clock.now()
  const fromChannelId = video.channelId!
  const accountId = await findOwnerOfChannel(tx, fromChannelId)
  await updateVideoRow(tx, videoId, { channelId: toChannelId, updatedAt: now })
  await channelContentChanged(tx, toChannelId, now)
  await ctx.events.publish(tx, videoMoved, { videoId, fromChannelId, toChannelId })
  await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
  return { channelId: fromChannelId, accountId }
}
