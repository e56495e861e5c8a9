import { ChannelActivityAction, OwnershipState, VideoState } from '@sepiola/contract/enums.ts'
import {
  deleteVideosOwnershipById,
  getVideosByVideoIdOrUUIDOwnership,
  getVideosOwnership,
  postVideosByVideoIdOrUUIDGiveOwnership,
  postVideosOwnershipByIdAccept,
  postVideosOwnershipByIdRefuse,
} from '@sepiola/contract/operations/ownership-change.ts'
import { findAccountById, type AccountRow } from '#features/accounts/public.ts'
import { requireManagedChannel, saveChannelActivity } from '#features/channels/public.ts'
import { requireQuota } from '#features/users/public.ts'
import {
  findLargestFileSize,
  moveVideo,
  requireManagedVideo,
  requireRow,
  videosChanged,
  type AccessRow,
} from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireNextOwner, targetAccount } from './next-owner.ts'
import { ownershipAccepted, ownershipRefused, ownershipRequested } from './ownership.events.ts'
import {
  answerTransfer,
  deletePendingTransfer,
  insertTransfer,
  listTransfersOf,
  listVideoTransfers,
  type Asked,
} from './ownership.sql.ts'
import { transferView } from './ownership.view.ts'
import { notPending, requireOffer, requireWithdrawable } from './require-transfer.ts'

const right = 'CHANGE_VIDEO_OWNERSHIP'

const giveRoute = implement(postVideosByVideoIdOrUUIDGiveOwnership, async ({ ctx, viewer, params, body }) => {
  const video = await requireManagedVideo(ctx, viewer, params.videoIdOrUUID, right)
  const nextOwner = await requireNextOwner(ctx, body.username, video.ownerAccountId)
  const accounts = { initiatorAccountId: viewer.accountId, nextOwnerAccountId: nextOwner.id }
  await ctx.db.transaction().execute(async (tx) => {
    const id = await insertTransfer(tx, { subject: { videoId: video.id }, ...accounts, now: ctx.clock.now() })
    if (id === 'gone') throw problem(404, 'Video not found')
    if (id === 'pending') throw problem(400, 'The video is being offered to somebody already.')
    await ctx.events.publish(tx, ownershipRequested, told({ id, ...accounts }, video))
    await record(ctx, tx, viewer, video, { action: ChannelActivityAction.SEND_OWNERSHIP_REQUEST, nextOwner })
  })
})

const listOfVideoRoute = implement(getVideosByVideoIdOrUUIDOwnership, async ({ ctx, viewer, params, query }) => {
  const video = await requireManagedVideo(ctx, viewer, params.videoIdOrUUID, right)
  const { total, transfers } = await listTransfersOf(ctx.db, { videoId: video.id }, query)
  return { total, data: transfers.map((transfer) => transferView(ctx.origin, transfer)) }
})

const listRoute = implement(getVideosOwnership, async ({ ctx, viewer, query }) => {
  const { total, transfers } = await listVideoTransfers(ctx.db, viewer.accountId, query)
  return { total, data: transfers.map((transfer) => transferView(ctx.origin, transfer)) }
})

const acceptRoute = implement(postVideosOwnershipByIdAccept, async ({ ctx, viewer, params, body }) => {
  const transfer = await requireOffer(ctx, viewer, params.id, 'video')
  const channel = await requireManagedChannel(ctx, viewer, body.channelId, { owner: true })
  if (channel.ownerAccountId !== transfer.nextOwnerAccountId) {
    throw problem(403, 'The channel must belong to who is to own the video.')
  }
  const video = await requireRow(ctx, { id: transfer.videoId }, viewer)
  if (video.isLive && video.state !== VideoState.WAITING_FOR_LIVE) {
    throw problem(400, 'A live that has started cannot be given away.')
  }
  if (channel.ownerUserId !== null) {
    await requireQuota(ctx, channel.ownerUserId, await findLargestFileSize(ctx.db, video.id))
  }
  const nextOwner = await findAccountById(ctx.db, transfer.nextOwnerAccountId)
  await ctx.db.transaction().execute(async (tx) => {
    // It may have gone to another channel of its owner meanwhile. Before the answer: whoever deletes it locks it first too.
    const from = await moveVideo(ctx, tx, video.id, channel.id)
    if (!(await answerTransfer(tx, transfer.id, OwnershipState.ACCEPTED, ctx.clock.now()))) throw notPending()
    const moved = { ...video, channelId: from.channelId, ownerAccountId: from.accountId }
    const action = ChannelActivityAction.ACCEPT_OWNERSHIP_REQUEST
    await record(ctx, tx, viewer, moved, { action, nextOwner })
    await record(ctx, tx, viewer, { ...moved, channelId: channel.id }, { action, nextOwner })
    await ctx.events.publish(tx, ownershipAccepted, told(transfer, moved))
  })
  videosChanged(ctx)
  const { id, uuid, name, channelId } = video
  ctx.audit.update(viewer, 'videos', { id, uuid, name, channelId }, { id, uuid, name, channelId: channel.id })
})

const refuseRoute = implement(postVideosOwnershipByIdRefuse, async ({ ctx, viewer, params }) => {
  const transfer = await requireOffer(ctx, viewer, params.id, 'video')
  const video = await requireRow(ctx, { id: transfer.videoId }, viewer)
  const nextOwner = await findAccountById(ctx.db, transfer.nextOwnerAccountId)
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await answerTransfer(tx, transfer.id, OwnershipState.REJECTED, ctx.clock.now()))) throw notPending()
    await record(ctx, tx, viewer, video, { action: ChannelActivityAction.REFUSE_OWNERSHIP_REQUEST, nextOwner })
    await ctx.events.publish(tx, ownershipRefused, told(transfer, video))
  })
})

const withdrawRoute = implement(deleteVideosOwnershipById, async ({ ctx, viewer, params }) => {
  const transfer = await requireWithdrawable(ctx, params.id, 'video')
  const video = await requireManagedVideo(ctx, viewer, { id: transfer.videoId }, right)
  const nextOwner = await findAccountById(ctx.db, transfer.nextOwnerAccountId)
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await deletePendingTransfer(tx, transfer.id))) throw notPending()
    await record(ctx, tx, viewer, video, { action: ChannelActivityAction.DELETE_OWNERSHIP_REQUEST, nextOwner })
  })
})

function told({ id, initiatorAccountId, nextOwnerAccountId }: Asked, video: AccessRow) {
  const { id: videoId, channelId, ownerAccountId } = video
  const kind = 'video' as const
  return { ownershipId: id, kind, videoId, channelId, ownerAccountId, initiatorAccountId, nextOwnerAccountId }
}

function record(
  ctx: Context,
  tx: Tx,
  viewer: Viewer,
  { id, name, uuid, url, isLive, channelId }: AccessRow,
  { action, nextOwner }: { action: number; nextOwner: AccountRow | undefined },
): Promise<void> {
  return saveChannelActivity(tx, {
    ...{ action, channelId, accountId: viewer.accountId, now: ctx.clock.now() },
    target: { video: { id, name, uuid, url, isLive } },
    ...targetAccount(nextOwner),
  })
}

export const videoOwnershipRoutes = [giveRoute, listOfVideoRoute, listRoute, acceptRoute, refuseRoute, withdrawRoute]
