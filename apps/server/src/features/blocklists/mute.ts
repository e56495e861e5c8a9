import { requireAccount, requireInstanceAccountId } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { refusePrivateHosts } from '#foundation/http/refuse-private-hosts.ts'
import { accountBlocked, accountUnblocked, serverBlocked, serverUnblocked } from './blocklists.events.ts'
import {
  deleteAccountMute,
  deleteServerMute,
  findServerId,
  insertAccountMute,
  insertServerMute,
  saveServer,
} from './mutes.sql.ts'

/** Whose mutes change: the user's own, or the instance's (then `accountId` is the moderator's). */
export interface Muter {
  accountId: number
  forInstance: boolean
}

const ownerOf = async (ctx: Context, { accountId, forInstance }: Muter) =>
  forInstance ? requireInstanceAccountId(ctx.db) : accountId

/** Nothing happens when it is muted already. Throws 404 unknown, 409 the own account (spec 10 §2.1). */
export async function muteAccount(ctx: Context, muter: Muter, handle: string): Promise<void> {
  const target = await requireAccount(ctx, handle)
  const accountId = await ownerOf(ctx, muter)
  if (target.id === muter.accountId || target.id === accountId) throw problem(409, 'You cannot block yourself.')
  const byInstance = muter.forInstance
  const name = `${target.name}@${target.host ?? ctx.origin.host}`
  await ctx.db.transaction().execute(async (tx) => {
    const isNew = await insertAccountMute(tx, { accountId, targetId: target.id, name, now: ctx.clock.now() })
    if (isNew) await ctx.events.publish(tx, accountBlocked, { accountId, byInstance, targetAccountId: target.id })
  })
}

/** Throws 404: no such account, or it is not muted. */
export async function unmuteAccount(ctx: Context, muter: Muter, handle: string): Promise<void> {
  const target = await requireAccount(ctx, handle)
  const accountId = await ownerOf(ctx, muter)
  const name = `${target.name}@${target.host ?? ctx.origin.host}`
  await ctx.db.transaction().execute(async (tx) => {
    const wasMuted = await deleteAccountMute(tx, { accountId, targetId: target.id, name, now: ctx.clock.now() })
    if (!wasMuted) throw problem(404, 'Account block entry not found.')
    const byInstance = muter.forInstance
    await ctx.events.publish(tx, accountUnblocked, { accountId, byInstance, targetAccountId: target.id })
  })
}

/** A host that is unknown yet becomes known. Throws 400 (no domain), 409 the own host. */
export async function muteServer(ctx: Context, muter: Muter, host: string, url: string): Promise<void> {
  refusePrivateHosts(ctx.origin, [{ host, value: host, path: 'host', location: 'body' }], url)
  if (host === ctx.origin.host.toLowerCase()) throw problem(409, 'You cannot block your own server.')
  const accountId = await ownerOf(ctx, muter)
  const byInstance = muter.forInstance
  await ctx.db.transaction().execute(async (tx) => {
    const now = ctx.clock.now()
    const targetServerId = await saveServer(tx, host, now)
    const isNew = await insertServerMute(tx, { accountId, targetId: targetServerId, name: host, now })
    if (isNew) await ctx.events.publish(tx, serverBlocked, { accountId, byInstance, targetServerId })
  })
}

/** Throws 404 when the host is not muted. */
export async function unmuteServer(ctx: Context, muter: Muter, host: string): Promise<void> {
  const accountId = await ownerOf(ctx, muter)
  await ctx.db.transaction().execute(async (tx) => {
    const targetServerId = await findServerId(tx, host)
    const wasMuted =
      targetServerId !== undefined &&
      (await deleteServerMute(tx, { accountId, targetId: targetServerId, name: host, now: ctx.clock.now() }))
    if (!wasMuted) throw problem(404, 'Server block entry not found.')
    const byInstance = muter.forInstance
    await ctx.events.publish(tx, serverUnblocked, { accountId, byInstance, targetServerId: targetServerId! })
  })
}
