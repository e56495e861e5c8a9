import { recountComments, requireRow, type AccessRow, type VideoRef } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { commentDeleted } from '../comments.events.ts'
import { commentsChanged } from '../read/thread-cache.ts'
import { deleteComments, type StoredComment } from './comments.sql.ts'
import { requireCommentOf } from './require-comment.ts'

/** Channel managers and moderators, besides the author where it is about deleting (spec 10 §4). */
export function moderatesComments(viewer: Viewer, video: AccessRow): boolean {
  return video.managesChannel || can(viewer, 'MANAGE_ANY_VIDEO_COMMENT')
}

/** Throws 404, 400 (another video's), 409 (deleted already), 403. */
export async function removeComment(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  commentId: number,
): Promise<StoredComment> {
  const video = await requireRow(ctx, ref, viewer)
  const comment = await requireCommentOf(ctx, video, commentId)
  if (comment.deletedAt !== null) throw alreadyDeleted()
  if (comment.accountId !== viewer.accountId && !moderatesComments(viewer, video)) {
    throw problem(403, 'Cannot remove video comment of another user')
  }
  const removed = await ctx.db.transaction().execute((tx) => removeComments(ctx, tx, [commentId]))
  if (removed.length === 0) throw alreadyDeleted()
  commentsChanged(ctx)
  ctx.audit.delete(viewer, 'comments', { id: comment.id, url: comment.url, video: { uuid: video.uuid } })
  return comment
}

const alreadyDeleted = () => problem(409, 'This comment is already deleted')

/**
 * Deletes comments: the rows stay, without text and author, so that answers keep their place and a refresh from
 * another server does not bring them back. Returns those that were not deleted before.
 */
export async function removeComments(ctx: Context, tx: Tx, ids: readonly number[]): Promise<StoredComment[]> {
  const removed = await deleteComments(tx, ids, ctx.clock.now())
  if (removed.length === 0) return removed
  await recountComments(tx, [...new Set(removed.map(({ videoId }) => videoId))])
  for (const { id: commentId, videoId, url, accountId, heldForReview } of removed) {
    await ctx.events.publish(tx, commentDeleted, { commentId, videoId, url, accountId, heldForReview })
  }
  return removed
}
