import { setTimeout as sleep } from 'node:timers/promises'
import { FfmpegCancelledError } from '@sepiola/media/ffmpeg-error.ts'
import type { Context } from '#foundation/context.ts'
import type { RunningJob } from '#foundation/jobs/define-job.ts'
import { isMissingFile } from '#foundation/storage/is-missing-file.ts'
import { findVideoForTranscoding, keepOriginal } from '#features/videos/public.ts'
import { finishPart } from '../finish/finish-part.ts'
import { locateRenditions } from '../finish/locate-renditions.ts'
import { chooseSource, type TranscodingSource } from '../plan/choose-source.ts'
import { planJobs, selectSteps } from '../plan/plan-jobs.ts'
import { planOptions } from '../plan/plan-options.ts'
import { findRenditions, type Rendition, type RunRef } from '../renditions.sql.ts'
import { runStep, type Run } from './run-step.ts'
import type { TranscodePayload } from './transcode-payload.ts'

/**
 * Makes the renditions of one part of a run and publishes them as each step ends. Done again after a crash it makes
 * only what is missing. A run that was superseded, or whose video was deleted, ends without a word.
 */
export async function runTranscoding(ctx: Context, job: RunningJob<TranscodePayload>): Promise<void> {
  for (let retries = 0; ; retries++) {
    try {
      return await runOnce(ctx, job)
    } catch (error) {
      if (retries >= movePatience || job.signal.aborted || !isMissing(error)) throw error
      await sleep(movePause, undefined, { signal: job.signal })
    }
  }
}

/** A change of privacy moves the source between its row and its folder: looked for again so often, … */
const movePatience = 10
/** … with so many ms between. */
const movePause = 300

/** Also as ffmpeg says it. */
function isMissing(error: unknown): boolean {
  return isMissingFile(error) || (error instanceof Error && /does not exist|no such file/i.test(error.message))
}

async function runOnce(ctx: Context, job: RunningJob<TranscodePayload>): Promise<void> {
  const { payload } = job
  const video = await findVideoForTranscoding(ctx.db, { uuid: payload.videoUUID })
  if (!video) return
  const ref: RunRef = { videoId: video.id, requestedAt: new Date(payload.transcodingRequestAt) }
  const renditions = await findRenditions(ctx.db, video.id)
  if (!renditions.some((rendition) => rendition.requestedAt.getTime() === ref.requestedAt.getTime())) return

  const source = chooseSource(video)
  if (!source) throw new Error(`video ${video.uuid} has no file to transcode`)
  const { keep } = ctx.settings.current.transcoding.original_file
  if (keep && payload.only === undefined && payload.part === 0 && wantsOriginal(source, renditions)) {
    await keepOriginal(ctx, video, source.file.filename)
  }
  const stored = locateRenditions(video, renditions)
  const wanted = new Set(payload.renditions.map(({ name }) => name).filter((name) => !stored.has(name)))
  const { plan } = planJobs(await planOptions(ctx, video, source, payload))
  const steps = selectSteps(plan, wanted, new Set(stored.keys()))
  if (wanted.size > 0 && steps.length === 0) throw new Error('The settings do not ask for these resolutions any more')

  const superseded = new AbortController()
  const signal = AbortSignal.any([job.signal, superseded.signal])
  try {
    await ctx.storage.withTemporaryFolder(async (folder) => {
      const run: Run = {
        ctx,
        job,
        ref,
        source,
        folder,
        working: new Map(),
        signal,
        supersede: () => superseded.abort(),
      }
      for (const [index, step] of steps.entries()) {
        await runStep(run, step, wanted, (percent) => job.progress(((index + percent / 100) / steps.length) * 100))
      }
    })
  } catch (error) {
    if (superseded.signal.aborted && error instanceof FfmpegCancelledError) return
    throw error
  }
  await finishPart(ctx, payload)
}

/** The source is what was uploaded, not what an earlier try made of it. */
function wantsOriginal({ area, file }: TranscodingSource, renditions: readonly Rendition[]): boolean {
  return area === 'web_videos' && !renditions.some((rendition) => rendition.fileId === file.id)
}
