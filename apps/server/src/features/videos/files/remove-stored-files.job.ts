import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'

export interface StoredFileRef {
  area: StorageArea
  /** A file's key, or a folder's prefix when `folder`. */
  key: string
  folder?: boolean | undefined
}

const payload = define(() =>
  z.object({
    files: z.array(
      z.object({ area: z.string() as z.ZodType<StorageArea>, key: z.string(), folder: z.boolean().optional() }),
    ),
  }),
)

/** Removes files whose rows are gone; runs after the transaction and is safe to run twice. */
export const removeStoredFilesJob = defineJob<{ files: StoredFileRef[] }>({
  type: 'videos/remove-stored-files',
  payload,
  attempts: 5,
  concurrency: () => 2,
  async run(ctx, job) {
    for (const file of job.payload.files) {
      if (file.folder) await ctx.storage.removeFolder(file.area, file.key)
      else await ctx.storage.remove(file.area, file.key)
    }
  },
})
