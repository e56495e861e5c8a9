import type { Context } from '#foundation/context.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { requestCancel } from '#foundation/jobs/cancel-job.sql.ts'
import { findUnfinishedByKey } from '#foundation/jobs/enqueue.sql.ts'
import { findVideoForTranscoding, findVideoRow } from '#features/videos/public.ts'
import { videoCreated, videoDeleted, videoSourceReplaced } from '#features/videos/videos.events.ts'
import { findCaption, findCaptions } from '../captions.sql.ts'
import { isTranscribable, startTranscription } from './start-transcription.ts'
import { transcriptionJob } from './transcribe.job.ts'

/** Captions for a new video that came with none, unless its people want none (spec 06 part C). */
export const onVideoCreated = subscribe(
  videoCreated,
  'captions/on-video-created',
  async (ctx, { videoId, generateTranscription = true }) => {
    if (!generateTranscription || !ctx.settings.current.video_transcription.enabled) return
    if ((await findCaptions(ctx.db, videoId)).length === 0) await start(ctx, videoId)
  },
)

/** What was heard in another file is heard anew; what people wrote stays. */
export const onSourceReplaced = subscribe(
  videoSourceReplaced,
  'captions/on-source-replaced',
  async (ctx, { videoId }) => {
    if (!ctx.settings.current.video_transcription.enabled) return
    const video = await findVideoRow(ctx.db, { id: videoId })
    const caption = video?.language ? await findCaption(ctx.db, videoId, video.language) : undefined
    if (caption?.automaticallyGenerated) await start(ctx, videoId)
  },
)

/** Nobody wants to know any more what is said in it. */
export const onVideoDeleted = subscribe(videoDeleted, 'captions/on-video-deleted', async (ctx, { uuid, remote }) => {
  const job = remote ? undefined : await findUnfinishedByKey(ctx.db, transcriptionJob.type, uuid)
  if (job !== undefined) await requestCancel(ctx.db, job)
})

async function start(ctx: Context, videoId: number): Promise<void> {
  const video = await findVideoForTranscoding(ctx.db, { id: videoId })
  if (!video || !isTranscribable(ctx, video)) return
  await ctx.db.transaction().execute((tx) => startTranscription(ctx, tx, video))
}
