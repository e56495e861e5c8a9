import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { changePending, type VideoForTranscoding } from '#features/videos/public.ts'
import { chooseSpeech } from './choose-speech.ts'
import { transcriptionJob } from './transcribe.job.ts'

/** Of the queue, lower first (spec 05 §16). */
const priority = 200

/** Whether captions of what is said in this video can be made here. */
export function isTranscribable(ctx: Context, video: VideoForTranscoding): boolean {
  const { enabled } = ctx.settings.current.video_transcription
  return enabled && !video.remote && !video.isLive && chooseSpeech(video) !== undefined
}

/**
 * Queues the transcription of a video and counts it. While one is under way nothing is done and false returned; `force`
 * forgets that it was counted, as one is that was lost, and never makes a second one of the same video.
 */
export async function startTranscription(
  ctx: Context,
  tx: Tx,
  video: Pick<VideoForTranscoding, 'id' | 'uuid'>,
  { force = false }: { force?: boolean } = {},
): Promise<boolean> {
  const now = ctx.clock.now()
  // Locks the counter, so that of two at one time one waits.
  const pending = await changePending(tx, video.id, 'pendingTranscription', 0, now)
  if (pending > 0 && !force) return false
  await changePending(tx, video.id, 'pendingTranscription', 1 - pending, now)
  await ctx.jobs.add(tx, transcriptionJob, { videoUUID: video.uuid }, { priority, key: video.uuid })
  return true
}
