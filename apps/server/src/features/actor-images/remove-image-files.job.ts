import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'

const payload = define(() => z.object({ filenames: z.array(z.string()) }))

/** Removes pictures whose rows are gone; safe to run twice. */
export const removeImageFilesJob = defineJob({
  type: 'actor-images/remove-files',
  payload,
  attempts: 5,
  async run(ctx, job) {
    for (const filename of job.payload.filenames) await ctx.storage.remove('avatars', filename)
  },
})
