import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { findComment, type StoredComment } from './comments.sql.ts'

/** A comment of this video. Throws 404 unknown, 400 `comment_not_associated_to_video`. */
export async function requireCommentOf(ctx: Context, video: { id: number }, commentId: number): Promise<StoredComment> {
  const comment = await findComment(ctx.db, commentId)
  if (!comment) throw problem(404, 'Video comment not found')
  if (comment.videoId !== video.id) {
    throw problem('comment_not_associated_to_video', 'This comment is not associated to this video.')
  }
  return comment
}
