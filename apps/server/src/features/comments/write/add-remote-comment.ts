import { CommentsPolicy } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { commentsChanged } from '../read/thread-cache.ts'
import { findCommentByUrl, insertRemoteComment } from './comments.sql.ts'
import { completeComment } from './create-comment.ts'
import { findRemoteCommentFacts } from './remote-comment.sql.ts'
import { reviewComment } from './hold-comment.ts'

export interface RemoteComment {
  url: string
  /** As received; HTML is sanitised where it is shown. */
  text: string
  videoId: number
  /** null of a tombstone. */
  accountId: number | null
  inReplyToCommentId: number | null
  createdAt: Date
  deletedAt: Date | null
  replyApproval: string | null
}

export interface AddedComment {
  id: number
  /** False: it was known before. */
  isNew: boolean
  heldForReview: boolean
  /** By the instance or the video's owner: stored, but neither forwarded nor approved (spec 07 §4). */
  authorMuted: boolean
}

/**
 * A comment from another server; its thread and the one it answers are known. Undefined when it is refused: remote
 * comments are not wanted, comments of the video are disabled, or a plugin says so. No transaction may be open.
 */
export async function addRemoteComment(ctx: Context, comment: RemoteComment): Promise<AddedComment | undefined> {
  const { videoId, accountId, inReplyToCommentId, text } = comment
  const facts = await findRemoteCommentFacts(ctx.db, { videoId, accountId, inReplyToCommentId })
  if (!facts || !ctx.settings.current.video_comments.accept_remote_comments) return undefined
  if (facts.video.commentsPolicy === CommentsPolicy.DISABLED) return undefined
  const hook = 'filter:activity-pub.remote-video-comment.create.accept.result'
  const answer = await ctx.hooks.filter<{ accepted: boolean } | undefined>(hook, { accepted: true }, { comment })
  if (answer?.accepted !== true) return undefined

  const trusted = accountId === facts.video.ownerAccountId
  const review = await reviewComment(ctx, facts.video, { text, trusted, isLocal: false })
  const { originCommentId, authorMuted } = facts
  const id = await ctx.db.transaction().execute(async (tx) => {
    const now = ctx.clock.now()
    const added = await insertRemoteComment(tx, { ...comment, originCommentId, heldForReview: review.held, now })
    if (added !== undefined)
      await completeComment(ctx, tx, { id: added, videoId, isDeleted: comment.deletedAt !== null }, review)
    return added
  })
  if (id !== undefined) {
    commentsChanged(ctx)
    return { id, isNew: true, heldForReview: review.held, authorMuted }
  }
  const known = await findCommentByUrl(ctx.db, comment.url)
  return known && { id: known.id, isNew: false, heldForReview: known.heldForReview, authorMuted }
}
