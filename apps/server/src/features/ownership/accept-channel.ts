import { ChannelActivityAction, OwnershipState } from '@sepiola/contract/enums.ts'
import { findAccountById, lockAccount } from '#features/accounts/public.ts'
import { channelUpdated } from '#features/channels/channels.events.ts'
import { countChannels, deleteCollaborator, findChannelAccessById, setChannelOwner } from '#features/channels/public.ts'
import { transferChannelPlaylists } from '#features/playlists/public.ts'
import { requireQuota } from '#features/users/public.ts'
import { videosChanged } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { recordChannelTransfer, toldOfChannel } from './channel-transfer.ts'
import { ownershipAccepted } from './ownership.events.ts'
import { answerTransfer, findChannelSize, type Transfer } from './ownership.sql.ts'
import { notPending } from './require-transfer.ts'

/**
 * The channel with its videos and the playlists that its owner had in it goes to another account; other collaborators
 * stay (spec 04 §5). Throws 404, 409 (an account keeps one channel), `quota_reached`.
 */
export async function acceptChannel(
  ctx: Context,
  viewer: Viewer,
  transfer: Transfer & { videoChannelId: number },
): Promise<void> {
  const channelId = transfer.videoChannelId
  const to = transfer.nextOwnerAccountId
  const channel = await findChannelAccessById(ctx.db, channelId, viewer.accountId)
  const nextOwner = await findAccountById(ctx.db, to)
  if (!channel || !nextOwner) throw problem(404, 'Video channel not found')
  const from = channel.ownerAccountId
  const now = ctx.clock.now()
  await ctx.db.transaction().execute(async (tx) => {
    for (const accountId of [from, to].sort((a, b) => a - b)) await lockAccount(tx, accountId)
    if ((await countChannels(tx, from)) <= 1) throw problem(409, 'The last channel of an account cannot be given away.')
    const size = await findChannelSize(tx, channelId)
    if (nextOwner.userId !== null) await requireQuota({ db: tx, clock: ctx.clock }, nextOwner.userId, size)
    if (!(await answerTransfer(tx, transfer.id, OwnershipState.ACCEPTED, now))) throw notPending()
    if (!(await setChannelOwner(tx, { channelId, from, to, now }))) throw notPending()
    await transferChannelPlaylists(ctx, tx, { channelId, from, to })
    await deleteCollaborator(tx, { channelId, accountId: to })
    const action = ChannelActivityAction.ACCEPT_OWNERSHIP_REQUEST
    await recordChannelTransfer(ctx, tx, viewer, channel, { action, nextOwner })
    await ctx.events.publish(tx, ownershipAccepted, toldOfChannel(transfer, channel))
    await ctx.events.publish(tx, channelUpdated, { channelId })
  })
  videosChanged(ctx)
  const { id, name } = channel
  ctx.audit.update(viewer, 'channels', { id, name, accountId: from }, { id, name, accountId: to })
}
