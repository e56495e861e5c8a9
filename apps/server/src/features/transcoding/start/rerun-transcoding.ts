import { VideoState } from '@sepiola/contract/enums.ts'
import { createVideoTranscoding } from '@sepiola/contract/operations/video-transcoding.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { changePending, findVideoForTranscoding, setVideoState } from '#features/videos/public.ts'
import { prepareRun, startTranscoding } from './start-transcoding.ts'

const busyStates: readonly number[] = [
  VideoState.TO_IMPORT,
  VideoState.TO_EDIT,
  VideoState.TO_MOVE_TO_EXTERNAL_STORAGE,
  VideoState.TO_MOVE_TO_FILE_SYSTEM,
  VideoState.TO_IMPORT_FAILED,
]

/** An administrator has the files of one kind made anew (spec 05 §17). */
export const rerunTranscoding = implement(createVideoTranscoding, async ({ ctx, params, body }) => {
  const video = await findVideoForTranscoding(ctx.db, params.id)
  if (!video) throw problem(404, 'Video not found')
  if (video.remote) throw problem(400, 'Cannot transcode a video of another server.')
  if (video.isLive) throw problem(400, 'Cannot transcode a live video.')
  if (!ctx.settings.current.transcoding.enabled) throw problem(400, 'Transcoding is disabled on this server.')
  if (!body.forceTranscoding) {
    if (busyStates.includes(video.state)) throw problem(400, 'The video cannot be transcoded in its present state.')
    refuseUnlessIdle(video.pendingTranscode)
  }
  const options = { isNewVideo: false, only: body.transcodingType }
  const prepared = await prepareRun(ctx, video, options)
  if (!prepared) throw problem(400, 'The video has no file that could be transcoded.')
  await ctx.db.transaction().execute(async (tx) => {
    // Another request may have started a run since.
    const pending = await changePending(tx, video.id, 'pendingTranscode', 0, ctx.clock.now())
    if (!body.forceTranscoding) refuseUnlessIdle(pending)
    const outcome = await startTranscoding(ctx, tx, video, prepared, options)
    if (outcome === 'started') await setVideoState(ctx, tx, video.id, VideoState.TO_TRANSCODE)
  })
})

function refuseUnlessIdle(pendingTranscode: number): void {
  if (pendingTranscode === 0) return
  throw problem('video_already_being_transcoded', 'This video is already being transcoded')
}
