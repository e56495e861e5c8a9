import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { storyboardArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import { computeStoryboard } from '@sepiola/media/storyboard.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob, type RunningJob } from '#foundation/jobs/define-job.ts'
import { findVideoForTranscoding } from '#features/videos/public.ts'
import { chooseSource } from '../plan/choose-source.ts'
import { saveStoryboardImage } from './save-storyboard.ts'

const payload = define(() => z.object({ videoUUID: z.string(), federate: z.boolean() }))

/** ms (spec 05 §16) */
const longest = 6 * 3_600_000

/** Preview pictures of a video whose transcoding does not make them by the way. */
export const storyboardJob = defineJob({
  type: 'generate-video-storyboard',
  payload,
  attempts: 1,
  timeout: () => longest,
  cancellable: true,
  run: makeStoryboard,
})

async function makeStoryboard(ctx: Context, job: RunningJob<{ videoUUID: string; federate: boolean }>): Promise<void> {
  const video = await findVideoForTranscoding(ctx.db, { uuid: job.payload.videoUUID })
  const source = video && chooseSource(video)
  const geometry = source && computeStoryboard(source.probe.duration, source.probe.aspectRatio)
  if (!video || !source || !geometry) return
  await ctx.storage.withTemporaryFolder((folder) =>
    ctx.storage.withLocalFile(source.area, source.key, async (input) => {
      const output = join(folder, 'storyboard.jpg')
      const fast = storyboardArguments({ input, output, geometry })
      for (const args of [fast, readingAllFrames(fast)]) {
        await runFfmpeg({
          ffmpegPath: ctx.media.ffmpegPath,
          args,
          nice: NICE.picture,
          cwd: folder,
          signal: job.signal,
          onProgress: ({ percent = 0 }) => job.progress(percent),
        })
        if (existsSync(output)) break
      }
      await saveStoryboardImage(ctx, video.id, { path: output, geometry })
    }),
  )
}

/** A short video may have a single key frame, of which no picture comes. */
function readingAllFrames(args: readonly string[]): string[] {
  const at = args.indexOf('-skip_frame')
  return args.toSpliced(at, at === -1 ? 0 : 2)
}
