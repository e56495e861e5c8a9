import { recountComments, requireRow, type VideoRef } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { commentApproved } from '../comments.events.ts'
import { commentsChanged } from '../read/thread-cache.ts'
import { releaseComment } from './comments.sql.ts'
import { moderatesComments } from './remove-comment.ts'
import { requireCommentOf } from './require-comment.ts'

/** Throws 404, 400 (another video's), 409 (deleted), 400 (not held), 403; spec 04 §8.2. */
export async function approveComment(ctx: Context, viewer: Viewer, ref: VideoRef, commentId: number): Promise<void> {
  const video = await requireRow(ctx, ref, viewer)
  const comment = await requireCommentOf(ctx, video, commentId)
  if (comment.deletedAt !== null) throw problem(409, 'This comment is deleted')
  if (!comment.heldForReview) throw notHeld()
  if (!moderatesComments(viewer, video)) throw problem(403, 'Cannot approve a comment on a video of another user')
  const approved = await ctx.db.transaction().execute((tx) => publishHeldComment(ctx, tx, comment, null))
  if (!approved) throw notHeld()
  commentsChanged(ctx)
  const { id, url } = comment
  const before = { id, url, video: { uuid: video.uuid }, heldForReview: true }
  ctx.audit.update(viewer, 'comments', before, { ...before, heldForReview: false })
}

const notHeld = () => problem(400, 'This comment is not held for review')

/**
 * Lets a held comment be seen by everybody; false when it is not held any more. `replyApproval`: id of the remote
 * activity that allowed it.
 */
export async function publishHeldComment(
  ctx: Context,
  tx: Tx,
  { id, videoId }: { id: number; videoId: number },
  replyApproval: string | null,
): Promise<boolean> {
  if (!(await releaseComment(tx, id, { replyApproval, now: ctx.clock.now() }))) return false
  await recountComments(tx, [videoId])
  await ctx.events.publish(tx, commentApproved, { commentId: id, videoId })
  return true
}
