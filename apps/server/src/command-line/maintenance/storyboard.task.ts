import { addStoryboardJob, chooseSource, isStoryboardWanted } from '#features/transcoding/public.ts'
import { CommandError } from '../command-error.ts'
import { addVideoOptions, chooseVideos, findChosenVideo, type VideoChoice } from './choose-videos.ts'
import { findVideosWithStoryboard } from './local-videos.sql.ts'
import { defineTask } from './maintenance-task.ts'

export const storyboardTask = defineTask<VideoChoice>({
  name: 'create-generate-storyboard-job',
  summary: 'queue the preview pictures of the time line for videos that lack them',
  addOptions: addVideoOptions,
  async run({ ctx, options }) {
    if (!ctx.settings.current.storyboards.enabled) {
      throw new CommandError('Storyboards are off (storyboards.enabled): switch them on first.')
    }
    const uuids = await chooseVideos(ctx, options)
    const made = await findVideosWithStoryboard(ctx.db)
    let queued = 0
    for (const uuid of uuids) {
      if (made.has(uuid)) continue
      const video = await findChosenVideo(ctx, uuid)
      const source = video && chooseSource(video)
      if (!video || !source || !isStoryboardWanted(ctx, video, source, { transcodes: false })) continue
      await ctx.db.transaction().execute((tx) => addStoryboardJob(ctx, tx, video, 0))
      queued++
    }
    console.log(`✓ ${queued} jobs queued; the running server does them, one after another.`)
    if (queued < uuids.length) console.log(`  ${uuids.length - queued} videos have one, or are too short for one.`)
  },
})
