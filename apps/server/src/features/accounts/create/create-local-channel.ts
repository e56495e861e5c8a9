import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { actorKeysJob } from '../actors/actor-keys.job.ts'
import { localChannelUrls } from '../actors/actor-urls.ts'
import { insertLocalActor } from '../actors/actor.sql.ts'
import { insertChannel } from './create.sql.ts'

/** A channel with its actor; its keys follow in a job. The name must have been checked before. */
export async function createLocalChannel(
  ctx: Context,
  tx: Tx,
  input: {
    accountId: number
    name: string
    displayName: string
    description?: string | null
    support?: string | null
  },
): Promise<{ channelId: number; actorId: number; url: string }> {
  const now = ctx.clock.now()
  const urls = localChannelUrls(ctx.origin, input.name)
  const channelId = await insertChannel(tx, {
    accountId: input.accountId,
    name: input.displayName,
    description: input.description ?? null,
    support: input.support ?? null,
    now,
  })
  const actorId = await insertLocalActor(tx, {
    type: 'Group',
    name: input.name,
    urls,
    videoChannelId: channelId,
    now,
  })
  await ctx.jobs.add(tx, actorKeysJob, { actorId })
  return { channelId, actorId, url: urls.url }
}
