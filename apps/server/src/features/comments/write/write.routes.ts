import {
  deleteVideosByIdCommentsByCommentId,
  postVideosByIdCommentThreads,
  postVideosByIdCommentsByCommentId,
  postVideosByIdCommentsByCommentIdApprove,
} from '@sepiola/contract/operations/video-comments.ts'
import { implement } from '#foundation/http/implement.ts'
import { commentView } from '../read/comment.view.ts'
import { approveComment } from './approve-comment.ts'
import { addReply, addThread } from './create-comment.ts'
import { removeComment } from './remove-comment.ts'

const passwordHeader = 'x-peertube-video-password'

export const writeRoutes = [
  implement(postVideosByIdCommentThreads, async ({ ctx, viewer, params, body, headers, request, reply }) => {
    const input = { text: body.text, password: headers[passwordHeader], request }
    const comment = await addThread(ctx, viewer, params.id, input)
    await ctx.hooks.action('action:api.video-thread.created', { comment, req: request, res: reply })
    return { comment: commentView(ctx.origin, comment) }
  }),
  implement(postVideosByIdCommentsByCommentId, async ({ ctx, viewer, params, body, headers, request, reply }) => {
    const input = { text: body.text, password: headers[passwordHeader], request }
    const comment = await addReply(ctx, viewer, params.id, params.commentId, input)
    await ctx.hooks.action('action:api.video-comment-reply.created', { comment, req: request, res: reply })
    return { comment: commentView(ctx.origin, comment) }
  }),
  implement(deleteVideosByIdCommentsByCommentId, async ({ ctx, viewer, params, request, reply }) => {
    const comment = await removeComment(ctx, viewer, params.id, params.commentId)
    await ctx.hooks.action('action:api.video-comment.deleted', { comment, req: request, res: reply })
  }),
  implement(postVideosByIdCommentsByCommentIdApprove, ({ ctx, viewer, params }) =>
    approveComment(ctx, viewer, params.id, params.commentId),
  ),
]
