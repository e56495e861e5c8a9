import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { resolveHandle } from '#features/accounts/public.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import {
  countFollow,
  deleteFollow,
  findActorUrl,
  findFollowTarget,
  upsertFollow,
  type FollowTarget,
} from './follow.sql.ts'
import { subscriptionCreated, subscriptionDeleted, subscriptionRequested } from './subscriptions.events.ts'

/**
 * Subscribes to `name@host` (spec 04 §7): a channel of this server at once, a known one of another server once that
 * agrees; one that is not known yet is looked for later. What does not exist here is ignored.
 */
export async function subscribeToHandle(ctx: Context, viewer: Viewer, handle: string): Promise<void> {
  const wanted = resolveHandle(ctx.origin, handle)
  if (!wanted) return
  const target = await findFollowTarget(ctx.db, wanted)
  const { accountId, accountActorId: actorId } = viewer
  await ctx.db.transaction().execute(async (tx) => {
    if (target) await followChannel(ctx, tx, actorId, target)
    else if (wanted.host !== null) {
      await ctx.events.publish(tx, subscriptionRequested, { accountId, actorId, name: wanted.name, host: wanted.host })
    }
  })
}

/** A local account's actor follows a channel's actor; once more when the first request was lost or refused. */
export async function followChannel(ctx: Context, tx: Tx, actorId: number, target: FollowTarget): Promise<void> {
  const follow = { actorId, targetActorId: target.actorId }
  const url = followUrl(await findActorUrl(tx, actorId), target.actorId)
  const state = target.isLocal ? 'accepted' : 'pending'
  const followId = await upsertFollow(tx, { ...follow, state, url, now: ctx.clock.now() })
  if (followId === undefined) return
  if (state === 'accepted') await countFollow(tx, follow, 1)
  await ctx.events.publish(tx, subscriptionCreated, {
    followId,
    url,
    followerActorId: actorId,
    targetActorId: target.actorId,
    remote: !target.isLocal,
    state,
  })
}

/** Throws 404 when there is no such subscription, in whatever state. */
export async function unsubscribe(ctx: Context, viewer: Viewer, handle: string): Promise<void> {
  const wanted = resolveHandle(ctx.origin, handle)
  const target = wanted && (await findFollowTarget(ctx.db, wanted))
  if (!target) throw noSubscription(handle)
  const follow = { actorId: viewer.accountActorId, targetActorId: target.actorId }
  await ctx.db.transaction().execute(async (tx) => {
    const deleted = await deleteFollow(tx, follow)
    if (!deleted) throw noSubscription(handle)
    if (deleted.state === 'accepted') await countFollow(tx, follow, -1)
    await ctx.events.publish(tx, subscriptionDeleted, {
      url: deleted.url ?? followUrl(await findActorUrl(tx, follow.actorId), follow.targetActorId),
      followerActorId: follow.actorId,
      targetActorId: follow.targetActorId,
      remote: !deleted.isLocal,
      state: deleted.state,
    })
  })
}

export function noSubscription(handle: string) {
  return problem(404, `There is no subscription to ${handle}.`)
}

/** Spec 07 §2.3. */
function followUrl(followerUrl: string, targetActorId: number): string {
  return `${followerUrl}/follows/${targetActorId}`
}
