import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { advanceVideo, findVideoForTranscoding } from '#features/videos/public.ts'
import { videoCreated, videoSourceReplaced } from '#features/videos/videos.events.ts'
import { isStoryboardWanted } from '../storyboard/storyboard-wanted.ts'
import { chooseSource } from '../plan/choose-source.ts'
import { findRenditions } from '../renditions.sql.ts'
import { addStoryboardJob, prepareRun, startTranscoding } from './start-transcoding.ts'

/** A new video: transcoding where its state asks for it, else only the storyboard. */
export const onVideoCreated = subscribe(videoCreated, 'transcoding/on-video-created', (ctx, { videoId }) =>
  startFirstRun(ctx, videoId, { isNewVideo: true }),
)

/** The same for a file that took the place of another one. */
export const onSourceReplaced = subscribe(videoSourceReplaced, 'transcoding/on-source-replaced', (ctx, { videoId }) =>
  startFirstRun(ctx, videoId, { isNewVideo: false }),
)

async function startFirstRun(ctx: Context, videoId: number, options: { isNewVideo: boolean }): Promise<void> {
  const video = await findVideoForTranscoding(ctx.db, { id: videoId })
  if (!video || video.remote || video.isLive) return
  if (video.state !== VideoState.TO_TRANSCODE) return addStoryboardOnly(ctx, videoId)
  const prepared = await prepareRun(ctx, video, options)
  if (!prepared) throw new Error(`video ${video.uuid} has no file`)
  await ctx.db.transaction().execute(async (tx) => {
    // A second delivery of the event must not start over.
    if ((await findRenditions(tx, videoId)).length > 0) return
    const outcome = await startTranscoding(ctx, tx, video, prepared, options)
    if (outcome === 'nothing-to-do') await advanceVideo(ctx, tx, videoId, options)
  })
}

async function addStoryboardOnly(ctx: Context, videoId: number): Promise<void> {
  const video = await findVideoForTranscoding(ctx.db, { id: videoId })
  const source = video && chooseSource(video)
  if (!video || !source || !isStoryboardWanted(ctx, video, source, { transcodes: false })) return
  await ctx.db.transaction().execute((tx) => addStoryboardJob(ctx, tx, video, 0))
}
