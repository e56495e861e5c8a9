import { delVideo, deleteVideoSourceFile, putVideo } from '@sepiola/contract/operations/video.ts'
import { replaceVideoChapters } from '@sepiola/contract/operations/video-chapters.ts'
import { implement } from '#foundation/http/implement.ts'
import { findConstantFaults } from '../constants/find-constant-faults.ts'
import { deleteSourceFile } from './delete-source-file.ts'
import { deleteVideo } from './delete-video.ts'
import { replaceChapters } from './replace-chapters.ts'
import { updateVideo } from './update-video.ts'

export const editOperations = [
  implement(
    putVideo,
    async ({ ctx, viewer, params, body, files }) => {
      await updateVideo(ctx, viewer, params.id, body, files.previewfile ?? files.thumbnailfile)
    },
    { findFaults: findConstantFaults },
  ),
  implement(delVideo, async ({ ctx, viewer, params }) => {
    await deleteVideo(ctx, viewer, params.id)
  }),
  implement(deleteVideoSourceFile, async ({ ctx, viewer, params }) => {
    await deleteSourceFile(ctx, viewer, params.id)
  }),
  implement(replaceVideoChapters, async ({ ctx, viewer, params, body }) => {
    await replaceChapters(ctx, viewer, params.id, body.chapters)
  }),
]
