import { ChannelActivityAction, OwnershipState } from '@sepiola/contract/enums.ts'
import {
  deleteVideoChannelsOwnershipById,
  getVideoChannelsByChannelHandleOwnership,
  getVideoChannelsOwnership,
  postVideoChannelsByChannelHandleGiveOwnership,
  postVideoChannelsOwnershipByIdAccept,
  postVideoChannelsOwnershipByIdRefuse,
} from '@sepiola/contract/operations/ownership-change.ts'
import { findAccountById } from '#features/accounts/public.ts'
import { channelOfRequest, findChannelAccessById, requireManagedChannel } from '#features/channels/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { acceptChannel } from './accept-channel.ts'
import { recordChannelTransfer, toldOfChannel } from './channel-transfer.ts'
import { requireNextOwner } from './next-owner.ts'
import { ownershipRefused, ownershipRequested } from './ownership.events.ts'
import {
  answerTransfer,
  deletePendingTransfer,
  insertTransfer,
  listChannelTransfers,
  listTransfersOf,
} from './ownership.sql.ts'
import { transferView } from './ownership.view.ts'
import { notPending, requireOffer, requireWithdrawable } from './require-transfer.ts'

const owned = channelOfRequest({ owner: true })

const giveRoute = implement(
  postVideoChannelsByChannelHandleGiveOwnership,
  async ({ ctx, viewer, body, request }) => {
    const channel = owned.of(request)
    const nextOwner = await requireNextOwner(ctx, body.username, channel.ownerAccountId)
    const accounts = { initiatorAccountId: viewer.accountId, nextOwnerAccountId: nextOwner.id }
    await ctx.db.transaction().execute(async (tx) => {
      const subject = { videoChannelId: channel.id }
      const id = await insertTransfer(tx, { subject, ...accounts, now: ctx.clock.now() })
      if (id === 'gone') throw problem(404, 'Video channel not found')
      if (id === 'pending') throw problem(400, 'The channel is being offered to somebody already.')
      await ctx.events.publish(tx, ownershipRequested, toldOfChannel({ id, ...accounts }, channel))
      const action = ChannelActivityAction.SEND_OWNERSHIP_REQUEST
      await recordChannelTransfer(ctx, tx, viewer, channel, { action, nextOwner })
    })
  },
  { before: owned.before },
)

const managed = channelOfRequest()

const listOfChannelRoute = implement(
  getVideoChannelsByChannelHandleOwnership,
  async ({ ctx, query, request }) => {
    const { total, transfers } = await listTransfersOf(ctx.db, { videoChannelId: managed.of(request).id }, query)
    return { total, data: transfers.map((transfer) => transferView(ctx.origin, transfer)) }
  },
  { before: managed.before },
)

const listRoute = implement(getVideoChannelsOwnership, async ({ ctx, viewer, query }) => {
  const { total, transfers } = await listChannelTransfers(ctx.db, viewer.accountId, query)
  return { total, data: transfers.map((transfer) => transferView(ctx.origin, transfer)) }
})

const acceptRoute = implement(postVideoChannelsOwnershipByIdAccept, async ({ ctx, viewer, params }) => {
  await acceptChannel(ctx, viewer, await requireOffer(ctx, viewer, params.id, 'channel'))
})

const refuseRoute = implement(postVideoChannelsOwnershipByIdRefuse, async ({ ctx, viewer, params }) => {
  const transfer = await requireOffer(ctx, viewer, params.id, 'channel')
  const channel = await findChannelAccessById(ctx.db, transfer.videoChannelId, viewer.accountId)
  if (!channel) throw problem(404, 'Video channel not found')
  const nextOwner = await findAccountById(ctx.db, transfer.nextOwnerAccountId)
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await answerTransfer(tx, transfer.id, OwnershipState.REJECTED, ctx.clock.now()))) throw notPending()
    const action = ChannelActivityAction.REFUSE_OWNERSHIP_REQUEST
    await recordChannelTransfer(ctx, tx, viewer, channel, { action, nextOwner })
    await ctx.events.publish(tx, ownershipRefused, toldOfChannel(transfer, channel))
  })
})

const withdrawRoute = implement(deleteVideoChannelsOwnershipById, async ({ ctx, viewer, params }) => {
  const transfer = await requireWithdrawable(ctx, params.id, 'channel')
  const channel = await requireManagedChannel(ctx, viewer, transfer.videoChannelId, { owner: true })
  const nextOwner = await findAccountById(ctx.db, transfer.nextOwnerAccountId)
  await ctx.db.transaction().execute(async (tx) => {
    if (!(await deletePendingTransfer(tx, transfer.id))) throw notPending()
    const action = ChannelActivityAction.DELETE_OWNERSHIP_REQUEST
    await recordChannelTransfer(ctx, tx, viewer, channel, { action, nextOwner })
  })
})

export const channelOwnershipRoutes = [
  giveRoute,
  listOfChannelRoute,
  listRoute,
  acceptRoute,
  refuseRoute,
  withdrawRoute,
]
