import type { Implementation } from '#foundation/http/implement.ts'
import type { Schedule } from '#foundation/feature.ts'
import { uploadActivity } from './busy-uploads.ts'
import { cancelUpload, initUpload, uploadChunk } from './resumable-upload.ts'
import { removeStaleUploads } from './upload-files.ts'
import { uploadWholeFile } from './upload-whole-file.ts'

export const uploadOperations: readonly Implementation[] = [uploadWholeFile, initUpload, uploadChunk, cancelUpload]

export const uploadSchedules: readonly Schedule[] = [
  {
    name: 'videos/remove-stale-uploads',
    command: 'remove-dandling-resumable-uploads',
    every: () => 3_600_000,
    run: (ctx) => removeStaleUploads(ctx, (id) => uploadActivity(ctx, id) !== undefined),
  },
]
