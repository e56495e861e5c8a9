import { delVideo, putVideo } from '@sepiola/contract/operations/video.ts'
import { implement } from '#foundation/http/implement.ts'
import { deleteVideo } from './delete-video.ts'
import { updateVideo } from './update-video.ts'

export const editOperations = [
  implement(putVideo, async ({ ctx, viewer, params, body, files }) => {
    await updateVideo(ctx, viewer, params.id, body, files.previewfile ?? files.thumbnailfile)
  }),
  implement(delVideo, async ({ ctx, viewer, params }) => {
    await deleteVideo(ctx, viewer, params.id)
  }),
]
