import { addStoryboardJob, chooseSource, isStoryboardWanted } from '#features/transcoding/public.ts'
import { defineQueueMissing } from './queue-missing.ts'

export const storyboardTask = defineQueueMissing({
  name: 'create-generate-storyboard-job',
  summary: 'queue the preview pictures of the time line for videos that lack them',
  isOn: ({ storyboards }) => storyboards.enabled,
  off: 'Storyboards are off (storyboards.enabled): switch them on first.',
  table: 'storyboard',
  async queue(ctx, video) {
    const source = chooseSource(video)
    if (!source || !isStoryboardWanted(ctx, video, source, { transcodes: false })) return false
    await ctx.db.transaction().execute((tx) => addStoryboardJob(ctx, tx, video, 0))
    return true
  },
  others: 'have one, or are too short for one.',
})
