import { isTranscribable, startTranscription } from '#features/captions/public.ts'
import { CommandError } from '../command-error.ts'
import { addVideoOptions, chooseVideos, findChosenVideo, type VideoChoice } from './choose-videos.ts'
import { findVideosWithCaptions } from './local-videos.sql.ts'
import { defineTask } from './maintenance-task.ts'

export const transcriptionTask = defineTask<VideoChoice>({
  name: 'create-generate-transcription-job',
  summary: 'queue the making of captions for videos that have none',
  addOptions: addVideoOptions,
  async run({ ctx, options }) {
    if (!ctx.settings.current.video_transcription.enabled) {
      throw new CommandError('Transcription is off (video_transcription.enabled): switch it on first.')
    }
    const uuids = await chooseVideos(ctx, options)
    const captioned = await findVideosWithCaptions(ctx.db)
    let queued = 0
    for (const uuid of uuids) {
      if (captioned.has(uuid)) continue
      const video = await findChosenVideo(ctx, uuid)
      if (!video || !isTranscribable(ctx, video)) continue
      if (await ctx.db.transaction().execute((tx) => startTranscription(ctx, tx, video))) queued++
    }
    console.log(`✓ ${queued} jobs queued; the running server does them, one after another.`)
    const left = uuids.length - queued
    if (left > 0) console.log(`  ${left} videos have captions, are being transcribed, or have no sound.`)
  },
})
