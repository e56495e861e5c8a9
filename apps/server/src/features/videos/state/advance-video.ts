import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { videoPublished, videoUpdated } from '../videos.events.ts'
import { lockVideoState, updateVideoState } from './state.sql.ts'
import { planAdvance, type StateSettings } from './video-state.ts'

export function stateSettings(ctx: Context): StateSettings {
  const { transcoding, object_storage } = ctx.settings.current
  return { transcoding: transcoding.enabled, objectStorage: object_storage.enabled }
}

/**
 * Moves a video to its next state (spec 05 §11) and publishes `video.published` or `video.updated`.
 * Returns the state it has now, or undefined when the video is gone.
 */
export async function advanceVideo(
  ctx: Context,
  tx: Tx,
  videoId: number,
  { isNewVideo }: { isNewVideo: boolean },
): Promise<number | undefined> {
  const video = await lockVideoState(tx, videoId)
  if (!video) return undefined
  const plan = planAdvance(video.state, stateSettings(ctx))
  if (plan.kind === 'stay') return video.state
  if (plan.kind === 'announce') {
    await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
    return video.state
  }
  await enterState(ctx, tx, { id: videoId, state: video.state }, plan.state, isNewVideo)
  return plan.state
}

/** Sets a state directly (failures, a new transcoding run); `video.published` follows when it is that state. */
export async function setVideoState(
  ctx: Context,
  tx: Tx,
  videoId: number,
  state: number,
  { isNewVideo = false }: { isNewVideo?: boolean } = {},
): Promise<void> {
  const video = await lockVideoState(tx, videoId)
  if (!video || video.state === state) return
  await enterState(ctx, tx, { id: videoId, state: video.state }, state, isNewVideo)
}

async function enterState(
  ctx: Context,
  tx: Tx,
  video: { id: number; state: number },
  state: number,
  isNewVideo: boolean,
): Promise<void> {
  const now = ctx.clock.now()
  const published = state === VideoState.PUBLISHED
  await updateVideoState(tx, video.id, {
    state,
    updatedAt: now,
    ...(published && isNewVideo ? { publishedAt: now } : {}),
  })
  if (published) {
    await ctx.events.publish(tx, videoPublished, { videoId: video.id, isNewVideo, previousState: video.state })
  }
}
