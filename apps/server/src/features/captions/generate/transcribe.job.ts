import { join } from 'node:path'
import { speechArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import type { Context } from '#foundation/context.ts'
import { defineJob, type RunningJob } from '#foundation/jobs/define-job.ts'
import { findVideoForTranscoding, findVideoRow, type VideoForTranscoding } from '#features/videos/public.ts'
import { chooseSpeech } from './choose-speech.ts'
import { findEngine } from './engines.ts'
import { endTranscription, finishTranscription } from './finish-transcription.ts'
import { runEngine, type Transcript } from './run-engine.ts'
import { transcriptionPayload, type TranscriptionPayload } from './transcription-payload.ts'

/** Percent of the work until the engine has the sound. */
const extracted = 5

/** Makes a caption of what is said in a video, on this machine. */
export const transcriptionJob = defineJob({
  type: 'video-transcription',
  payload: transcriptionPayload,
  attempts: 2,
  timeout: (settings) => settings.video_transcription.timeout,
  cancellable: true,
  run: transcribe,
  failed: (ctx, { payload }) => endTranscription(ctx, payload.videoUUID),
})

async function transcribe(ctx: Context, job: RunningJob<TranscriptionPayload>): Promise<void> {
  const { videoUUID } = job.payload
  for (;;) {
    const before = await findVideoRow(ctx.db, { uuid: videoUUID })
    const video = await findVideoForTranscoding(ctx.db, { uuid: videoUUID })
    if (!before || !video) return
    const transcript = await ctx.storage.withTemporaryFolder((folder) => listen(ctx, job, video, folder))
    const after = await findVideoRow(ctx.db, { uuid: videoUUID })
    const isSameFile = after?.inputFileUpdatedAt?.getTime() === before.inputFileUpdatedAt?.getTime()
    // What was heard is of a file that the video has no more: once again.
    if (!after || isSameFile) return finishTranscription(ctx, videoUUID, transcript)
  }
}

async function listen(
  ctx: Context,
  { signal, progress }: Pick<RunningJob<unknown>, 'signal' | 'progress'>,
  video: VideoForTranscoding,
  folder: string,
): Promise<Transcript> {
  const found = await findEngine(ctx.settings.current)
  const source = chooseSpeech(video)
  if (!source) throw new Error('This video has no sound.')
  const { ffmpegPath } = ctx.media
  const { duration } = video
  const speech = join(folder, `${video.uuid}.wav`)
  await ctx.storage.withLocalFile(source.area, source.key, (input) =>
    runFfmpeg({
      ffmpegPath,
      args: speechArguments({ input, output: speech }),
      nice: NICE.transcode,
      cwd: folder,
      duration,
      signal,
      onProgress: ({ percent = 0 }) => progress((percent / 100) * extracted),
    }),
  )
  const started = performance.now()
  const transcript = await runEngine(found, {
    settings: ctx.settings.current.video_transcription,
    input: speech,
    folder,
    duration,
    ffmpegPath,
    signal,
    onProgress: (percent) => progress(extracted + (percent / 100) * (100 - extracted)),
  })
  const ms = Math.round(performance.now() - started)
  ctx.log.info(
    { videoUUID: video.uuid, engine: found.path, language: transcript.language, ms },
    'A video was transcribed',
  )
  return transcript
}
