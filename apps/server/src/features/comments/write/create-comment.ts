import { CommentsPolicy } from '@sepiola/contract/enums.ts'
import { recountComments, requireReadableVideo, type AccessRow, type VideoRef } from '#features/videos/public.ts'
import { replaceCommentTags } from '#features/watched-words/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { isMissingReference } from '#foundation/db/sql-errors.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { commentCreated } from '../comments.events.ts'
import { commentsChanged } from '../read/thread-cache.ts'
import { findNewComment, type CountedCommentRow } from '../read/threads.sql.ts'
import { insertLocalComment, type StoredComment } from './comments.sql.ts'
import { reviewComment, type Review } from './hold-comment.ts'
import { requireCommentOf } from './require-comment.ts'

interface CommentInput {
  text: string
  password: string | undefined
  /** What the plugins' filters get besides. */
  request: unknown
}

/** Starts a thread (spec 04 §8.2). Throws 404, 401, 403, 409 (comments are disabled). */
export async function addThread(ctx: Context, viewer: Viewer, ref: VideoRef, input: CommentInput) {
  const video = await requireCommentableVideo(ctx, viewer, ref, input.password)
  await requireAccepted(ctx, 'filter:api.video-thread.create.accept.result', { viewer, video, input })
  return saveComment(ctx, viewer, video, input.text, undefined)
}

/** Answers a comment. Throws as `addThread`, and 404, 400 for the comment that is answered. */
export async function addReply(ctx: Context, viewer: Viewer, ref: VideoRef, parentId: number, input: CommentInput) {
  const video = await requireCommentableVideo(ctx, viewer, ref, input.password)
  const parent = await requireCommentOf(ctx, video, parentId)
  await requireAccepted(ctx, 'filter:api.video-comment-reply.create.accept.result', { viewer, video, input, parent })
  return saveComment(ctx, viewer, video, input.text, parent)
}

async function requireCommentableVideo(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  password: string | undefined,
): Promise<AccessRow> {
  const video = await requireReadableVideo(ctx, viewer, ref, { password })
  if (video.commentsPolicy === CommentsPolicy.DISABLED)
    throw problem(409, 'Video comments are disabled for this video.')
  return video
}

async function requireAccepted(
  ctx: Context,
  hook: `filter:${string}`,
  asked: { viewer: Viewer; video: AccessRow; input: CommentInput; parent?: StoredComment },
): Promise<void> {
  const { viewer: user, video, input, parent } = asked
  const params = { video, commentBody: { text: input.text }, user, req: input.request, parentComment: parent }
  const answer = await ctx.hooks.filter<{ accepted: boolean; errorMessage?: string }>(hook, { accepted: true }, params)
  if (answer?.accepted !== true) throw problem(403, answer?.errorMessage ?? 'Refused comment')
}

async function saveComment(
  ctx: Context,
  viewer: Viewer,
  video: AccessRow,
  text: string,
  parent: StoredComment | undefined,
): Promise<CountedCommentRow> {
  const trusted = viewer.accountId === video.ownerAccountId || can(viewer, 'MANAGE_ANY_VIDEO_COMMENT')
  const review = await reviewComment(ctx, video, { text, trusted, isLocal: true })
  const base = `${ctx.origin.url}/videos/watch/${video.uuid}/comments/`
  const save = ctx.db.transaction().execute(async (tx) => {
    const comment = await insertLocalComment(tx, base, {
      text,
      videoId: video.id,
      accountId: viewer.accountId,
      originCommentId: parent ? (parent.originCommentId ?? parent.id) : null,
      inReplyToCommentId: parent?.id ?? null,
      heldForReview: review.held,
      now: ctx.clock.now(),
    })
    await completeComment(ctx, tx, { ...comment, isDeleted: false }, review)
    return comment.id
  })
  const id = await save.catch((error: unknown) => {
    // The video was deleted in this very moment.
    throw isMissingReference(error) ? problem(404, 'Video not found') : error
  })
  commentsChanged(ctx)
  const row = await findNewComment(ctx.db, id)
  ctx.audit.create(viewer, 'comments', auditedComment(row, video))
  return row
}

const auditedComment = ({ id, url, text }: CountedCommentRow, { uuid }: AccessRow) => ({
  id,
  url,
  text,
  video: { uuid },
})

/** What goes with a new row in its transaction: tags, the video's counter, the event. */
export async function completeComment(
  ctx: Context,
  tx: Tx,
  { id, videoId, isDeleted }: { id: number; videoId: number; isDeleted: boolean },
  { held, tags }: Review,
): Promise<void> {
  const now = ctx.clock.now()
  for (const [accountId, names] of tags) {
    if (names.length > 0)
      await replaceCommentTags(
        tx,
        accountId,
        [id],
        names.map((name) => ({ id, name })),
        now,
      )
  }
  await recountComments(tx, [videoId])
  // A tombstone of another server's thread is nobody's news.
  if (isDeleted) return
  await ctx.events.publish(tx, commentCreated, { commentId: id, videoId, heldForReview: held })
}
