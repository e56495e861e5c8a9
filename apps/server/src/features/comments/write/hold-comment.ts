import { CommentsPolicy } from '@sepiola/contract/enums.ts'
import { findCommentTags, wantsReview } from '#features/watched-words/public.ts'
import type { Context } from '#foundation/context.ts'

interface CommentedVideo {
  remote: boolean
  ownerAccountId: number
  commentsPolicy: number
}

export interface Review {
  held: boolean
  /** Names of automatic tags, by the account on whose behalf they are given. */
  tags: Map<number, string[]>
}

/**
 * Tags a comment gets, and whether it waits for a moderator (spec 04 §8.3). `trusted`: its author moderates comments of
 * the video. Comments of other servers on remote videos are the origin's matter.
 */
export async function reviewComment(
  ctx: Context,
  video: CommentedVideo,
  { text, trusted, isLocal }: { text: string; trusted: boolean; isLocal: boolean },
): Promise<Review> {
  const tags = await findCommentTags(ctx, ctx.db, text, video.remote ? null : video.ownerAccountId)
  const byPolicy = video.commentsPolicy === CommentsPolicy.REQUIRES_APPROVAL
  if (video.remote) return { held: isLocal && byPolicy, tags }
  if (trusted) return { held: false, tags }
  const held = byPolicy || (await wantsReview(ctx.db, video.ownerAccountId, tags.get(video.ownerAccountId) ?? []))
  return { held, tags }
}
