import { refuseUnreadable, requireReadableVideo, requireRow, type VideoRef } from '#features/videos/public.ts'
import { CommentsPolicy } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireCommentOf } from '../write/require-comment.ts'
import { buildTree, type CommentTree } from './build-tree.ts'
import { sightOf } from './comment-sight.sql.ts'
import { commentView, threadView } from './comment.view.ts'
import { countComments, findThreadComments, findThreads, type ThreadPage } from './threads.sql.ts'

/** A page of threads as the viewer may see them (spec 04 §8.2). Throws 404, 401, 403. */
export async function listThreads(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: VideoRef,
  { password, ...query }: ThreadPage & { password: string | undefined },
) {
  const video = await requireReadableVideo(ctx, viewer, ref, { password })
  if (video.commentsPolicy === CommentsPolicy.DISABLED) return { total: 0, totalNotDeletedComments: 0, data: [] }
  const sight = sightOf(viewer, video)
  const params = await ctx.hooks.filter('filter:api.video-threads.list.params', { ...query, video, user: viewer })
  const [rows, counts] = await Promise.all([
    findThreads(ctx.db, video.id, sight, params),
    countComments(ctx.db, video.id, sight),
  ])
  const result = { total: counts.threads, totalNotDeletedComments: counts.notDeleted, data: rows }
  const { data, ...totals } = await ctx.hooks.filter('filter:api.video-threads.list.result', result, params)
  return { ...totals, data: data.map((row) => commentView(ctx.origin, row)) }
}

/** The tree of a thread (spec 04 §8.2). Throws 404, 400 (another video's, or a reply), 401, 403. */
export async function getThread(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: VideoRef,
  { threadId, password }: { threadId: number; password: string | undefined },
) {
  const video = await requireRow(ctx, ref, viewer, password)
  const first = await requireCommentOf(ctx, video, threadId)
  if (first.inReplyToCommentId !== null) throw problem(400, 'This comment is a reply, not a thread.')
  await refuseUnreadable(ctx, viewer, video, ref, { password })
  if (video.commentsPolicy === CommentsPolicy.DISABLED) throw threadNotFound()
  const sight = sightOf(viewer, video)
  const params = await ctx.hooks.filter('filter:api.video-thread-comments.list.params', {
    video,
    threadId,
    user: viewer,
  })
  const rows = await findThreadComments(ctx.db, { id: params.threadId, videoId: video.id }, sight)
  const result = { data: rows, total: rows.length }
  const { data } = await ctx.hooks.filter('filter:api.video-thread-comments.list.result', result, params)
  const tree: CommentTree | undefined = buildTree(data, sight)
  if (!tree) throw threadNotFound()
  return threadView(ctx.origin, tree)
}

const threadNotFound = () => problem(404, 'Video comment thread not found')
