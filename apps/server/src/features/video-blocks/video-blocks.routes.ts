import {
  addVideoBlock,
  delVideoBlock,
  getVideoBlocks,
  updateVideoBlock,
} from '@sepiola/contract/operations/video-blocks.ts'
import type { Video } from '@sepiola/contract/schemas/videos.ts'
import { showVideos } from '#features/videos/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { blockVideo, editBlock, unblockVideo } from './block-video.ts'
import { listBlocks, type BlockRow } from './video-blocks.sql.ts'

/** The flat members are those of 7.0 (spec 01 §12). */
function blockView(block: BlockRow, video: Video) {
  const { name, uuid, description, duration, views, likes, dislikes, nsfw } = video
  const { id, videoId, reason, internalNote, unfederated, type } = block
  return {
    ...{ id, reason, internalNote, unfederated, type, video },
    ...{ videoId, name, uuid, description, duration, views, likes, dislikes, nsfw },
    createdAt: block.createdAt.toISOString(),
    updatedAt: block.updatedAt.toISOString(),
  }
}

export const videoBlockRoutes = [
  implement(addVideoBlock, ({ ctx, viewer, params, body }) => blockVideo(ctx, viewer, params.id, body)),
  implement(updateVideoBlock, ({ ctx, viewer, params, body }) => editBlock(ctx, viewer, params.id, body)),
  implement(delVideoBlock, ({ ctx, viewer, params }) => unblockVideo(ctx, viewer, params.id)),
  implement(getVideoBlocks, async ({ ctx, viewer, query }) => {
    const { total, rows } = await listBlocks(ctx.db, query)
    const videos = await showVideos(
      ctx,
      viewer,
      rows.map((row) => row.videoId),
    )
    const byId = new Map(videos.map((video) => [video.id, video]))
    // A video may be deleted between the two queries.
    const shown = rows.filter((row) => byId.has(row.videoId))
    return { total, data: shown.map((row) => blockView(row, byId.get(row.videoId)!)) }
  }),
]
