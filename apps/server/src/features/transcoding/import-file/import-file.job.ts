import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { z } from 'zod'
import { VideoState } from '@sepiola/contract/enums.ts'
import { define } from '@sepiola/contract/operation.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import { probeMedia } from '@sepiola/media/probe.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob, type RunningJob } from '#foundation/jobs/define-job.ts'
import {
  findVideoForTranscoding,
  newWebVideoFilename,
  readStreams,
  saveVideoFile,
  setVideoState,
  updateVideoMedia,
  webVideoKey,
  withVideoFiles,
  type VideoForTranscoding,
} from '#features/videos/public.ts'
import { chooseSource } from '../plan/choose-source.ts'
import { prepareRun, startTranscoding } from '../start/start-transcoding.ts'

const payload = define(() => z.object({ videoUUID: z.string(), filePath: z.string() }))

/** ms (spec 05 §16) */
const longest = 3_600_000

/** Takes a local file as the web video of its resolution and frame rate; the file stays where it is (spec 02 §13). */
export const importFileJob = defineJob({
  type: 'video-file-import',
  payload,
  attempts: 1,
  timeout: () => longest,
  run: importFile,
})

async function importFile(ctx: Context, job: RunningJob<{ videoUUID: string; filePath: string }>): Promise<void> {
  const { videoUUID, filePath } = job.payload
  const probe = await probeMedia(filePath, { ffprobePath: ctx.media.ffprobePath, signal: job.signal })
  const video = await findVideoForTranscoding(ctx.db, { uuid: videoUUID })
  if (!video || video.remote || video.isLive) throw new Error(`This server has no video ${videoUUID} of its own`)
  const filename = await withVideoFiles(ctx, video.id, () => takeIn(ctx, video, filePath, probe))
  await followUp(ctx, video, filename, probe)
}

async function takeIn(ctx: Context, video: VideoForTranscoding, path: string, probe: MediaProbe): Promise<string> {
  const extension = extname(path).toLowerCase()
  const filename = newWebVideoFilename(probe.resolution, extension)
  const key = webVideoKey(video, filename)
  const { size } = await stat(path)
  await ctx.storage.write('web_videos', key, createReadStream(path))
  try {
    await ctx.db.transaction().execute((tx) =>
      saveVideoFile(ctx, tx, video, {
        videoId: video.id,
        resolution: probe.resolution,
        width: probe.width,
        height: probe.height,
        size,
        fps: probe.fps,
        extname: extension,
        filename,
        ...readStreams(probe.streams),
        metadata: probe.metadata,
      }),
    )
    return filename
  } catch (error) {
    await ctx.storage.remove('web_videos', key)
    throw error
  }
}

/** The best file says what the video is, and its HLS renditions are made of it. */
async function followUp(ctx: Context, before: VideoForTranscoding, filename: string, probe: MediaProbe): Promise<void> {
  const video = await findVideoForTranscoding(ctx.db, { id: before.id })
  if (!video || chooseSource(video)?.file.filename !== filename) return
  const { enabled, hls } = ctx.settings.current.transcoding
  const options = { isNewVideo: false, only: 'hls' } as const
  const prepared = enabled && hls.enabled ? await prepareRun(ctx, video, options) : undefined
  await ctx.db.transaction().execute(async (tx) => {
    const media = { duration: probe.duration, aspectRatio: probe.aspectRatio }
    await updateVideoMedia(tx, video.id, media, ctx.clock.now())
    if (!prepared) return
    const outcome = await startTranscoding(ctx, tx, video, prepared, options)
    if (outcome === 'started') await setVideoState(ctx, tx, video.id, VideoState.TO_TRANSCODE)
  })
}
