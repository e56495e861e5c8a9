import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stepArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { FfmpegError } from '@sepiola/media/ffmpeg-error.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import type { RenditionOutput, StepInput, TranscodeStep } from '@sepiola/media/transcode-step.ts'
import type { Context } from '#foundation/context.ts'
import type { RunningJob } from '#foundation/jobs/define-job.ts'
import { findVideoForTranscoding, type VideoForTranscoding } from '#features/videos/public.ts'
import { finishPart } from '../finish/finish-part.ts'
import { finishStep, type FinishedFile, type StoredRendition } from '../finish/finish-step.ts'
import { locateRenditions } from '../finish/locate-renditions.ts'
import { chooseSource, type TranscodingSource } from '../plan/choose-source.ts'
import { planJobs, selectSteps } from '../plan/plan-jobs.ts'
import { planOptions } from '../plan/plan-options.ts'
import { findRenditions, setRenditionProgress, type RunRef } from '../renditions.sql.ts'
import { attemptStoryboardOfStep } from '../storyboard/storyboard-of-step.ts'
import { locateStill } from './locate-still.ts'
import { createProgressWriter } from './progress-writer.ts'
import type { TranscodePayload } from './transcode-payload.ts'

interface Run {
  ctx: Context
  job: RunningJob<TranscodePayload>
  ref: RunRef
  video: VideoForTranscoding
  source: TranscodingSource
  folder: string
  sourcePath: string
  /** Outputs that exist already: published ones in the storage, working files in the folder. */
  stored: Map<string, StoredRendition>
  working: Map<string, string>
}

/**
 * Makes the renditions of one part of a run and publishes them as each step ends. Done again after a crash it makes
 * only what is missing. A run that was superseded ends without a word.
 */
export async function runTranscoding(ctx: Context, job: RunningJob<TranscodePayload>): Promise<void> {
  const { payload } = job
  const video = await findVideoForTranscoding(ctx.db, { uuid: payload.videoUUID })
  if (!video) return
  const ref: RunRef = { videoId: video.id, requestedAt: new Date(payload.transcodingRequestAt) }
  const renditions = await findRenditions(ctx.db, video.id)
  if (!renditions.some((rendition) => rendition.requestedAt.getTime() === ref.requestedAt.getTime())) return

  const source = chooseSource(video)
  if (!source) throw new Error(`video ${video.uuid} has no file to transcode`)
  const stored = locateRenditions(video, renditions)
  const wanted = new Set(payload.renditions.map(({ name }) => name).filter((name) => !stored.has(name)))
  const { plan } = planJobs(await planOptions(ctx, video, source, payload))
  const steps = selectSteps(plan, wanted, new Set(stored.keys()))
  if (wanted.size > 0 && steps.length === 0) throw new Error('The settings do not ask for these resolutions any more')

  await ctx.storage.withTemporaryFolder((folder) =>
    ctx.storage.withLocalFile(source.area, source.key, async (sourcePath) => {
      const run: Run = { ctx, job, ref, video, source, folder, sourcePath, stored, working: new Map() }
      for (const [index, step] of steps.entries()) {
        await runStep(run, step, wanted, (percent) => job.progress(((index + percent / 100) / steps.length) * 100))
      }
    }),
  )
  await finishPart(ctx, payload)
}

async function runStep(
  run: Run,
  step: TranscodeStep,
  wanted: ReadonlySet<string>,
  onProgress: (percent: number) => void,
): Promise<void> {
  const { ctx, job, ref, folder } = run
  const stepFolder = join(
    folder,
    step.outputs
      .map((output) => output.id)
      .join('+')
      .slice(0, 100),
  )
  await mkdir(stepFolder, { recursive: true })
  const published = step.outputs.filter((output) => wanted.has(output.id))
  const names = published.map((output) => output.id)
  const sprites = step.storyboard && join(stepFolder, 'sprites.nut')
  await setRenditionProgress(ctx.db, ref, names, 0)
  const progress = createProgressWriter((percent) => setRenditionProgress(ctx.db, ref, names, percent))
  const started = performance.now()
  let truncated = false
  await withInputs(run, step.inputs, async (paths) => {
    const files = {
      input: (input: StepInput) => paths[step.inputs.indexOf(input)]!,
      output: (output: RenditionOutput) => outputPaths(stepFolder, output),
      ...(sprites ? { sprites } : {}),
    }
    const { threads } = ctx.settings.current.transcoding
    const args = stepArguments(step, files, { threads, audioEncoder: 'aac' })
    truncated = await isTruncated(run, {
      ffmpegPath: ctx.media.ffmpegPath,
      args,
      nice: NICE.transcode,
      cwd: stepFolder,
      duration: step.duration,
      signal: job.signal,
      onProgress: ({ percent = 0 }) => {
        onProgress(percent)
        progress.report(percent)
      },
    })
  })
  await progress.end()
  ctx.log.info(
    { videoUUID: run.video.uuid, step: step.name, outputs: names, ms: Math.round(performance.now() - started) },
    'Made renditions of a video',
  )

  for (const output of step.outputs) run.working.set(output.id, outputPaths(stepFolder, output).media)
  const finished = published.map((output): FinishedFile => {
    const { media, playlist } = outputPaths(stepFolder, output)
    return { name: output.id, mediaPath: media, playlistPath: playlist }
  })
  const { isNewVideo, only } = job.payload
  const now = await finishStep(ctx, {
    run: ref,
    files: finished,
    movesState: step.makesPlayable || only !== undefined,
    isNewVideo,
    changesMedia: truncated || run.source.probe.isAudioFile,
  })
  for (const [name, place] of now) {
    run.stored.set(name, place)
    run.working.delete(name)
  }
  if (sprites && step.storyboard) {
    const { signal } = job
    await attemptStoryboardOfStep(ctx, ref.videoId, { folder: stepFolder, sprites, geometry: step.storyboard, signal })
  }
}

function outputPaths(folder: string, output: RenditionOutput): { media: string; playlist?: string } {
  if (output.container !== 'hls') return { media: join(folder, `${output.id}.mp4`) }
  return { media: join(folder, `${output.id}-fragmented.mp4`), playlist: join(folder, `${output.id}.m3u8`) }
}

/** Runs ffmpeg. A truncated source gives what it holds: true then. */
async function isTruncated(run: Run, options: Parameters<typeof runFfmpeg>[0]): Promise<boolean> {
  try {
    await runFfmpeg(options)
    return false
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error
    const { ctx, video } = run
    ctx.log.warn({ videoUUID: video.uuid, stderr: error.stderr }, error.message)
    if (error.exitCode !== 0) throw error
    return true
  }
}

/** Gives local paths of the inputs, which a remote storage fetches for the time of `use`. */
async function withInputs<T>(run: Run, inputs: readonly StepInput[], use: (paths: string[]) => Promise<T>): Promise<T> {
  const [input, ...rest] = inputs
  if (!input) return use([])
  const next = (path: string) => withInputs(run, rest, (paths) => use([path, ...paths]))
  if (input.kind === 'source') return next(run.sourcePath)
  if (input.kind === 'still') {
    const still = await locateStill(run.ctx, run.video.id)
    return run.ctx.storage.withLocalFile(still.area, still.key, next)
  }
  const working = run.working.get(input.id)
  if (working) return next(working)
  const stored = run.stored.get(input.id)
  if (!stored) throw new Error(`${input.id} has not been made`)
  return run.ctx.storage.withLocalFile(stored.area, stored.key, next)
}
