// What higher slices may push to browsers and runners, whichever node they are connected to (spec 10 §9).
import type { Notification } from '@sepiola/contract/schemas/notifications.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { encodeMessage, realtimeChannel, type RealtimeMessage } from './messages.ts'
import { notifyNodes } from './realtime.sql.ts'

/** To all pages that the user has open, once the transaction is committed. Awaits notifications. */
export function pushNotification(ctx: Context, tx: Tx, userId: number, notification: Notification): Promise<void> {
  return push(ctx, tx, { to: 'user', userId, notification })
}

/** `state-change`: to all who look at the video. `state`: spec 01 §10. Awaits live. */
export function pushVideoState(ctx: Context, tx: Tx, videoId: number, state: number): Promise<void> {
  return push(ctx, tx, { to: 'video', videoId, state })
}

/** `force-end`: a permanent live begins anew while its last session is still cleared up; players load it again. Awaits live. */
export function pushForceEnd(ctx: Context, tx: Tx, videoId: number): Promise<void> {
  return push(ctx, tx, { to: 'video', videoId })
}

/** `available-jobs`, at most once a second: a runner job was created or may be claimed again. Awaits runners. */
export function pushAvailableJobs(ctx: Context, tx: Tx): Promise<void> {
  return push(ctx, tx, { to: 'runners' })
}

async function push(ctx: Context, tx: Tx, message: RealtimeMessage): Promise<void> {
  const payload = encodeMessage(message)
  // Whoever missed it sees it with the next page: no reason to undo what it tells of.
  if (payload === undefined) ctx.log.warn({ to: message.to }, 'A message is too long to be pushed to browsers.')
  else await notifyNodes(tx, realtimeChannel, payload)
}
