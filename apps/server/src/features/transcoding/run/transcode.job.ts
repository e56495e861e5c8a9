import { defineJob } from '#foundation/jobs/define-job.ts'
import { failPart } from '../finish/fail-step.ts'
import { revivePart } from '../finish/revive-part.ts'
import { runTranscoding } from './run-transcoding.ts'
import { transcodePayload } from './transcode-payload.ts'

/** ms (spec 05 §16) */
const longest = 48 * 3_600_000

export const transcodeJob = defineJob({
  type: 'video-transcoding',
  payload: transcodePayload,
  attempts: 1,
  concurrency: (settings) => settings.transcoding.concurrency,
  timeout: () => longest,
  cancellable: true,
  run: runTranscoding,
  failed: (ctx, { payload, error, cancelled }) => failPart(ctx, payload, { error, cancelled }),
  revive: revivePart,
})
