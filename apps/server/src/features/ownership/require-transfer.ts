import { OwnershipState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { findTransfer, type Transfer } from './ownership.sql.ts'

type Kind = 'video' | 'channel'
type TransferOf<K extends Kind> = Transfer &
  (K extends 'video' ? { videoId: number; videoChannelId: null } : { videoId: null; videoChannelId: number })

export const notPending = () => problem(400, 'This transfer is not pending.')

function isOf<K extends Kind>(transfer: Transfer, kind: K): transfer is TransferOf<K> {
  return (kind === 'video' ? transfer.videoId : transfer.videoChannelId) !== null
}

/** Throws 404, 400 (it is about the other kind). */
async function requireTransfer<K extends Kind>(ctx: Context, id: number, kind: K): Promise<TransferOf<K>> {
  const transfer = await requireAny(ctx, id)
  if (!isOf(transfer, kind)) throw otherKind(kind)
  return transfer
}

async function requireAny(ctx: Context, id: number): Promise<Transfer> {
  const transfer = await findTransfer(ctx.db, id)
  if (!transfer) throw problem(404, 'Transfer not found')
  return transfer
}

const otherKind = (kind: Kind) => problem(400, `This transfer is not about a ${kind}.`)

/** A pending offer that the viewer may answer (spec 03 §13, 04 §5). Throws 404, 400, 403 in that order. */
export async function requireOffer<K extends Kind>(
  ctx: Context,
  viewer: Viewer,
  id: number,
  kind: K,
): Promise<TransferOf<K>> {
  const transfer = await requireTransfer(ctx, id, kind)
  if (transfer.nextOwnerAccountId !== viewer.accountId && !can(viewer, 'MANAGE_USERS')) {
    throw problem(403, 'Only who is to own it next can answer.')
  }
  if (transfer.state !== OwnershipState.PENDING) throw notPending()
  return transfer
}

/** A request that may be withdrawn; who asks is checked afterwards. Throws 404, 400. */
export async function requireWithdrawable<K extends Kind>(ctx: Context, id: number, kind: K): Promise<TransferOf<K>> {
  const transfer = await requireAny(ctx, id)
  if (transfer.state !== OwnershipState.PENDING) throw notPending()
  if (!isOf(transfer, kind)) throw otherKind(kind)
  return transfer
}
