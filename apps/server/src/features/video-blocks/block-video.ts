import { requireManagedVideo, videosChanged, type VideoRef } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { videoBlocked, videoUnblocked } from './video-blocks.events.ts'
import { BlockType, deleteBlock, insertBlock, updateBlock, type NewBlock } from './video-blocks.sql.ts'

interface BlockChange {
  reason?: string | null | undefined
  internalNote?: string | null | undefined
}

const requireVideo = (ctx: Context, viewer: Viewer, ref: VideoRef) =>
  requireManagedVideo(ctx, viewer, ref, 'MANAGE_VIDEO_BLACKLIST', { allowRemote: true })

const blockNotFound = () => problem(404, 'Blacklisted video not found')

/** Throws 404 (no such video), 409 (blocked already, or a remote one cannot be unfederated); spec 10 §3. */
export async function blockVideo(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  { reason = null, internalNote = null, unfederate = false }: BlockChange & { unfederate?: boolean | undefined },
): Promise<void> {
  const video = await requireVideo(ctx, viewer, ref)
  if (unfederate && video.remote) throw problem(409, 'You cannot unfederate a remote video.')
  const now = ctx.clock.now()
  const block = { videoId: video.id, type: BlockType.MANUAL, reason, internalNote, unfederated: unfederate, now }
  const isNew = await ctx.db.transaction().execute((tx) => saveBlock(ctx, tx, block))
  if (!isNew) throw problem(409, 'This video is already blocked.')
  videosChanged(ctx)
  const before = { id: video.id, uuid: video.uuid, blocked: false }
  ctx.audit.update(viewer, 'videos', before, { ...before, blocked: true, blockReason: reason })
}

/** False when the video is blocked already. */
export async function saveBlock(ctx: Context, tx: Tx, block: NewBlock): Promise<boolean> {
  const blockId = await insertBlock(tx, block)
  if (blockId === undefined) return false
  const { videoId, type, unfederated } = block
  await ctx.events.publish(tx, videoBlocked, { videoId, blockId, type, unfederated })
  return true
}

/** Throws 404: no such video, or it is not blocked. */
export async function editBlock(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  { reason, internalNote }: BlockChange,
): Promise<void> {
  const video = await requireVideo(ctx, viewer, ref)
  const now = ctx.clock.now()
  const found = await ctx.db.transaction().execute((tx) => updateBlock(tx, video.id, { reason, internalNote, now }))
  if (!found) throw blockNotFound()
  videosChanged(ctx)
}

/** Throws 404: no such video, or it is not blocked. */
export async function unblockVideo(ctx: Context, viewer: Viewer, ref: VideoRef): Promise<void> {
  const video = await requireVideo(ctx, viewer, ref)
  await ctx.db.transaction().execute(async (tx) => {
    const block = await deleteBlock(tx, video.id)
    if (!block) throw blockNotFound()
    const { id: blockId, type, unfederated } = block
    await ctx.events.publish(tx, videoUnblocked, { videoId: video.id, blockId, type, unfederated })
  })
  videosChanged(ctx)
  const before = { id: video.id, uuid: video.uuid, blocked: true }
  ctx.audit.update(viewer, 'videos', before, { ...before, blocked: false })
}
