import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { stepArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { FfmpegError } from '@sepiola/media/ffmpeg-error.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import type { RenditionOutput, StepInput, TranscodeStep } from '@sepiola/media/transcode-step.ts'
import type { Context } from '#foundation/context.ts'
import type { RunningJob } from '#foundation/jobs/define-job.ts'
import { finishStep, type FinishedFile } from '../finish/finish-step.ts'
import type { TranscodingSource } from '../plan/choose-source.ts'
import { setRenditionProgress, type RunRef } from '../renditions.sql.ts'
import { attemptStoryboardOfStep } from '../storyboard/storyboard-of-step.ts'
import { locateInput } from './locate-input.ts'
import { createProgressWriter } from './progress-writer.ts'
import type { TranscodePayload } from './transcode-payload.ts'

/** A job at work. */
export interface Run {
  ctx: Context
  job: RunningJob<TranscodePayload>
  ref: RunRef
  source: TranscodingSource
  /** For working files, removed at the end. */
  folder: string
  /** Paths of outputs that are not published. */
  working: Map<string, string>
  signal: AbortSignal
  /** The video is gone, or another run took over. */
  supersede(): void
}

/** One ffmpeg process and the publication of what it made. */
export async function runStep(
  run: Run,
  step: TranscodeStep,
  wanted: ReadonlySet<string>,
  onProgress: (percent: number) => void,
): Promise<void> {
  const { ctx, job, ref, source, signal } = run
  const folder = join(run.folder, `${step.name}-${step.outputs[0]!.id}`)
  await mkdir(folder, { recursive: true })
  const published = step.outputs.filter((output) => wanted.has(output.id))
  const sprites = step.storyboard && join(folder, 'sprites.nut')
  const truncated = await encode(run, step, { folder, sprites, names: published.map(({ id }) => id) }, onProgress)

  for (const output of step.outputs) run.working.set(output.id, outputPaths(folder, output).media)
  const finished = published.map((output): FinishedFile => {
    const { media, playlist } = outputPaths(folder, output)
    return { name: output.id, mediaPath: media, playlistPath: playlist }
  })
  const { isNewVideo, only } = job.payload
  await finishStep(ctx, {
    run: ref,
    files: finished,
    movesState: step.makesPlayable || only !== undefined,
    isNewVideo,
    changesMedia: truncated || source.probe.isAudioFile,
  })
  for (const { name } of finished) run.working.delete(name)
  if (sprites && step.storyboard) {
    await attemptStoryboardOfStep(ctx, ref.videoId, { folder, sprites, geometry: step.storyboard, signal })
  }
}

interface Target {
  folder: string
  sprites: string | undefined
  /** Renditions whose progress is told. */
  names: string[]
}

/** True when the source is truncated: the outputs hold what it holds. */
async function encode(
  run: Run,
  step: TranscodeStep,
  { folder, sprites, names }: Target,
  onProgress: (percent: number) => void,
): Promise<boolean> {
  const { ctx, ref, signal } = run
  const write = async (percent: number) => {
    const known = await setRenditionProgress(ctx.db, ref, names, percent)
    if (!known && names.length > 0) run.supersede()
  }
  await write(0)
  const progress = createProgressWriter(write)
  const { threads } = ctx.settings.current.transcoding
  const started = performance.now()
  try {
    return await withInputs(run, step.inputs, async (paths) => {
      const files = {
        input: (input: StepInput) => paths[step.inputs.indexOf(input)]!,
        output: (output: RenditionOutput) => outputPaths(folder, output),
        ...(sprites ? { sprites } : {}),
      }
      return isTruncated(run, {
        ffmpegPath: ctx.media.ffmpegPath,
        args: stepArguments(step, files, { threads, audioEncoder: 'aac' }),
        nice: NICE.transcode,
        cwd: folder,
        duration: step.duration,
        signal,
        onProgress: ({ percent = 0 }) => {
          onProgress(percent)
          progress.report(percent)
        },
      })
    })
  } finally {
    await progress.end()
    const ms = Math.round(performance.now() - started)
    ctx.log.info({ videoId: ref.videoId, step: step.name, outputs: names, ms }, 'A transcoding step ended')
  }
}

function outputPaths(folder: string, output: RenditionOutput): { media: string; playlist?: string } {
  if (output.container !== 'hls') return { media: join(folder, `${output.id}.mp4`) }
  return { media: join(folder, `${output.id}-fragmented.mp4`), playlist: join(folder, `${output.id}.m3u8`) }
}

/** Runs ffmpeg, for which the end of a truncated source is a failure that leaves outputs. */
async function isTruncated({ ctx, ref }: Run, options: Parameters<typeof runFfmpeg>[0]): Promise<boolean> {
  try {
    await runFfmpeg(options)
    return false
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error
    ctx.log.warn({ videoId: ref.videoId, stderr: error.stderr }, error.message)
    if (error.exitCode !== 0) throw error
    return true
  }
}

/** Gives local paths of the inputs, which a remote storage fetches for the time of `use`. */
async function withInputs<T>(run: Run, inputs: readonly StepInput[], use: (paths: string[]) => Promise<T>): Promise<T> {
  const [input, ...rest] = inputs
  if (!input) return use([])
  const next = (path: string) => withInputs(run, rest, (paths) => use([path, ...paths]))
  const working = input.kind === 'output' ? run.working.get(input.id) : undefined
  if (working) return next(working)
  const { area, key } = await locateInput(run.ctx, run.ref.videoId, run.source, input)
  return run.ctx.storage.withLocalFile(area, key, next)
}
