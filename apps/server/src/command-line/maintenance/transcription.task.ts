import { isTranscribable, startTranscription } from '#features/captions/public.ts'
import { defineQueueMissing } from './queue-missing.ts'

export const transcriptionTask = defineQueueMissing({
  name: 'create-generate-transcription-job',
  summary: 'queue the making of captions for videos that have none',
  isOn: ({ video_transcription }) => video_transcription.enabled,
  off: 'Transcription is off (video_transcription.enabled): switch it on first.',
  table: 'videoCaption',
  queue: async (ctx, video) =>
    isTranscribable(ctx, video) && ctx.db.transaction().execute((tx) => startTranscription(ctx, tx, video)),
  others: 'have captions, are being transcribed, or have no sound.',
})
