import {
  getUsersMeVideosComments,
  getVideosComments,
  postBulkRemoveCommentsOf,
} from '@sepiola/contract/operations/video-comments.ts'
import type { VideoCommentForOwnerOrAdmin } from '@sepiola/contract/schemas/comments.ts'
import { accountView, actorSummaryView, requireAccount, requireInstanceAccountId } from '#features/accounts/public.ts'
import { findChannelAccessById, isChannelManager } from '#features/channels/public.ts'
import { requireRow, type VideoRef } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { readSort } from '#foundation/db/list-clauses.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import type { Origin } from '#foundation/origin.ts'
import { listComments, type CommentFilters, type CommentPage, type ListedCommentRow } from './list-comments.sql.ts'
import { removeCommentsOfJob } from './remove-comments-of.job.ts'

function listedCommentView(origin: Origin, row: ListedCommentRow): VideoCommentForOwnerOrAdmin {
  const { id, url, text, inReplyToCommentId, videoId, heldForReview, automaticTags, video } = row
  return {
    ...{ id, url, text, inReplyToCommentId, videoId, heldForReview, automaticTags },
    threadId: row.originCommentId ?? id,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    account: row.account && accountView(origin, row.account),
    video: { id: videoId, uuid: video.uuid, name: video.name, channel: actorSummaryView(origin, video.channel) },
  }
}

async function answer(ctx: Context, filters: CommentFilters, page: CommentPage) {
  const { total, rows } = await listComments(ctx.db, filters, page)
  return { total, data: rows.map((row) => listedCommentView(ctx.origin, row)) }
}

/** The video and channel that a list is about. Throws 404; 403 (no right over it, a remote channel). */
async function requireTargets(
  ctx: Context,
  viewer: Viewer,
  { videoId, videoChannelId }: { videoId?: VideoRef | undefined; videoChannelId?: number | undefined },
): Promise<{ videoId: number | undefined }> {
  const seesAll = can(viewer, 'SEE_ALL_COMMENTS')
  const video = videoId && (await requireRow(ctx, videoId, viewer))
  if (video && !seesAll && !video.managesChannel) throw problem(403, 'Cannot manage the comments of this video.')
  if (videoChannelId !== undefined) {
    const channel = await findChannelAccessById(ctx.db, videoChannelId, viewer.accountId)
    if (!channel) throw problem(404, 'Video channel not found')
    if (!seesAll && !isChannelManager(viewer, channel)) throw problem(403, 'Cannot manage this channel.')
    if (!channel.isLocal) throw problem(403, 'This channel is not owned by this platform.')
  }
  return { videoId: video?.id }
}

export const manageRoutes = [
  implement(getVideosComments, async ({ ctx, viewer, query }) => {
    const { start, count, sort, includeMuted, ...filters } = query
    const { videoId } = await requireTargets(ctx, viewer, query)
    const tagsAccountId = await requireInstanceAccountId(ctx.db)
    const page = { start, count, descending: readSort(sort).descending }
    return answer(ctx, { ...filters, videoId, tagsAccountId, hideMuted: !includeMuted }, page)
  }),

  // Any sort name of videos is accepted, as in PeerTube; comments have only their date.
  implement(getUsersMeVideosComments, async ({ ctx, viewer, query }) => {
    const { start, count, sort, includeCollaborations, includeMuted: _, ...filters } = query
    const { videoId } = await requireTargets(ctx, viewer, query)
    const page = { start, count, descending: readSort(sort).descending }
    const scope = { ownerAccountId: viewer.accountId, collaborations: includeCollaborations }
    return answer(ctx, { ...filters, ...scope, videoId, tagsAccountId: viewer.accountId, hideMuted: false }, page)
  }),

  implement(postBulkRemoveCommentsOf, async ({ ctx, viewer, body }) => {
    const account = await requireAccount(ctx, body.accountName)
    if (body.scope === 'instance' && !can(viewer, 'MANAGE_ANY_VIDEO_COMMENT')) {
      throw problem(403, 'User cannot remove any comments of this instance.')
    }
    const payload = { accountId: account.id, byAccountId: viewer.accountId, scope: body.scope }
    await ctx.jobs.add(ctx.db, removeCommentsOfJob, payload)
    ctx.audit.delete(viewer, 'comments', { account: { id: account.id, name: body.accountName }, scope: body.scope })
  }),
]
