import type { AccountRow } from '#features/accounts/public.ts'
import { saveChannelActivity, type ChannelAccess } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { targetAccount } from './next-owner.ts'
import type { Asked } from './ownership.sql.ts'

/** Payload of the events; `channel` as it was before the transfer. */
export function toldOfChannel({ id, initiatorAccountId, nextOwnerAccountId }: Asked, channel: ChannelAccess) {
  const { id: channelId, ownerAccountId } = channel
  const kind = 'channel' as const
  return { ownershipId: id, kind, videoId: null, channelId, ownerAccountId, initiatorAccountId, nextOwnerAccountId }
}

/** A line of the channel's activity list. */
export function recordChannelTransfer(
  ctx: Context,
  tx: Tx,
  viewer: Viewer,
  { id: channelId, name, displayName, url }: ChannelAccess,
  { action, nextOwner }: { action: number; nextOwner: AccountRow | undefined },
): Promise<void> {
  return saveChannelActivity(tx, {
    ...{ action, channelId, accountId: viewer.accountId, now: ctx.clock.now() },
    target: { channel: { name, displayName, url } },
    ...targetAccount(nextOwner),
  })
}
