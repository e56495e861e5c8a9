import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { resolveHandle } from '#features/accounts/public.ts'
import { findChannelAccessById, findChannelAccessByName, type ChannelAccess } from './managed-channel.sql.ts'

/** Owner of a channel, or holder of the right over any channel (spec 04). */
export function isChannelOwner(viewer: Viewer, channel: ChannelAccess): boolean {
  return channel.ownerAccountId === viewer.accountId || can(viewer, 'MANAGE_ANY_VIDEO_CHANNEL')
}

/** Owner or accepted collaborator (spec 04). */
export function isChannelManager(viewer: Viewer, channel: ChannelAccess): boolean {
  return isChannelOwner(viewer, channel) || channel.isCollaborator
}

export interface WantedOfChannel {
  /** A collaborator does not do. */
  owner?: boolean
  /** Status when there is no such channel; 404 unless the channel came in a body that wants 400. */
  unknownStatus?: 400 | 404
}

function check(viewer: Viewer, channel: ChannelAccess | undefined, wanted: WantedOfChannel): ChannelAccess {
  if (!channel) throw unknown(wanted.unknownStatus)
  const allowed = wanted.owner ? isChannelOwner(viewer, channel) : isChannelManager(viewer, channel)
  if (!allowed) throw problem(403, `User ${viewer.username} cannot manage the channel ${channel.name}.`)
  if (!channel.isLocal) throw notOurs()
  return channel
}

/** A local channel that the viewer may publish in. Throws 404 (unknown), 403 (no right, remote). */
export async function requireManagedChannel(
  ctx: Pick<Context, 'db'>,
  viewer: Viewer,
  channelId: number,
  wanted: WantedOfChannel = {},
): Promise<ChannelAccess> {
  return check(viewer, await findChannelAccessById(ctx.db, channelId, viewer.accountId), wanted)
}

/** The same for a handle (`name` or `name@host`). */
export async function requireManagedChannelByHandle(
  ctx: Pick<Context, 'db' | 'origin'>,
  viewer: Viewer,
  handle: string,
  wanted: WantedOfChannel = {},
): Promise<ChannelAccess> {
  return check(viewer, await findByHandle(ctx, viewer, handle), wanted)
}

/** Whatever the viewer may do with it. Throws 404, 403 (remote). */
export async function requireLocalChannelByHandle(
  ctx: Pick<Context, 'db' | 'origin'>,
  viewer: Viewer,
  handle: string,
): Promise<ChannelAccess> {
  const channel = await findByHandle(ctx, viewer, handle)
  if (!channel) throw unknown()
  if (!channel.isLocal) throw notOurs()
  return channel
}

async function findByHandle(ctx: Pick<Context, 'db' | 'origin'>, viewer: Viewer, handle: string) {
  const resolved = resolveHandle(ctx.origin, handle)
  return resolved && findChannelAccessByName(ctx.db, resolved.name, resolved.host, viewer.accountId)
}

function unknown(status: 400 | 404 = 404) {
  return problem(status, 'Video channel not found')
}

function notOurs() {
  return problem(403, 'This channel is not owned by this platform.')
}
