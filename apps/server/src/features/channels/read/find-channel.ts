import { resolveHandle, type ChannelRow } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { findChannelByName } from './find-channel.sql.ts'

export async function findChannelByHandle(
  ctx: Pick<Context, 'db' | 'origin'>,
  handle: string,
): Promise<ChannelRow | undefined> {
  const resolved = resolveHandle(ctx.origin, handle)
  return resolved && findChannelByName(ctx.db, resolved.name, resolved.host)
}

/** Throws 404. */
export async function requireChannel(ctx: Pick<Context, 'db' | 'origin'>, handle: string): Promise<ChannelRow> {
  const channel = await findChannelByHandle(ctx, handle)
  if (!channel) throw problem(404, 'Video channel not found')
  return channel
}
