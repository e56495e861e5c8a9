import type { VideoComment, VideoCommentThreadTree } from '@sepiola/contract/schemas/comments.ts'
import { accountView } from '#features/accounts/public.ts'
import type { Origin } from '#foundation/origin.ts'
import type { CommentTree } from './build-tree.ts'
import type { CountedCommentRow } from './threads.sql.ts'

/** `VideoComment` (spec 04 §8.1): the text as its author sent it; whoever shows it as HTML sanitises it. */
export function commentView(origin: Origin, row: CountedCommentRow): VideoComment {
  return {
    id: row.id,
    url: row.url,
    text: row.text,
    threadId: row.originCommentId ?? row.id,
    inReplyToCommentId: row.inReplyToCommentId,
    videoId: row.videoId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    isDeleted: row.deletedAt !== null,
    heldForReview: row.heldForReview,
    totalRepliesFromVideoAuthor: row.totalRepliesFromVideoAuthor,
    totalReplies: row.totalReplies,
    account: row.account && accountView(origin, row.account),
  }
}

export function threadView(origin: Origin, { comment, children }: CommentTree): VideoCommentThreadTree {
  return { comment: commentView(origin, comment), children: children.map((child) => threadView(origin, child)) }
}
