import { getVideoCaptions } from '@sepiola/contract/operations/video-captions.ts'
import { implement } from '#foundation/http/implement.ts'
import { requireReadableVideo } from '#features/videos/public.ts'
import { captionView } from './caption.view.ts'
import { findCaptions } from './captions.sql.ts'

export const captionOperations = [
  implement(getVideoCaptions, async ({ ctx, viewer, params, headers }) => {
    const password = headers['x-peertube-video-password']
    const video = await requireReadableVideo(ctx, viewer, params.id, { password })
    const captions = await findCaptions(ctx.db, video.id)
    return { total: captions.length, data: captions.map((caption) => captionView(ctx.origin, video, caption)) }
  }),
]
