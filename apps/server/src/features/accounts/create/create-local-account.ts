import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { actorKeysJob } from '../actors/actor-keys.job.ts'
import { localAccountUrls, localPlaylistUrl } from '../actors/actor-urls.ts'
import { insertLocalActor, isLocalNameTaken } from '../actors/actor.sql.ts'
import { createLocalChannel } from './create-local-channel.ts'
import { insertAccount, insertMissingWatchLater } from './create.sql.ts'

export interface CreatedAccount {
  accountId: number
  actorId: number
  url: string
}

/** An account with its actor; its keys follow in a job. `Application` is the instance's own actor. */
export async function createAccountActor(
  ctx: Context,
  tx: Tx,
  input: {
    type: 'Person' | 'Application'
    name: string
    displayName: string
    userId?: number
    applicationId?: number
  },
): Promise<CreatedAccount> {
  const now = ctx.clock.now()
  const urls = localAccountUrls(ctx.origin, input.name)
  const accountId = await insertAccount(tx, {
    name: input.displayName,
    description: null,
    userId: input.userId ?? null,
    applicationId: input.applicationId ?? null,
    now,
  })
  const actorId = await insertLocalActor(tx, { type: input.type, name: input.name, urls, accountId, now })
  await ctx.jobs.add(tx, actorKeysJob, { actorId })
  return { accountId, actorId, url: urls.url }
}

/**
 * What a user gets besides the user row: account, actor, first channel and the "Watch later" playlist (spec 02 §1.1).
 * Names must have been checked before.
 */
export async function createLocalAccount(
  ctx: Context,
  tx: Tx,
  input: {
    userId: number
    name: string
    displayName?: string
    channel?: { name?: string; displayName?: string }
  },
): Promise<CreatedAccount & { channelId: number; channelActorId: number; channelName: string }> {
  const account = await createAccountActor(ctx, tx, {
    type: 'Person',
    name: input.name,
    displayName: input.displayName ?? input.name,
    userId: input.userId,
  })
  const channelName = input.channel?.name ?? (await findDefaultChannelName(tx, input.name))
  const channel = await createLocalChannel(ctx, tx, {
    accountId: account.accountId,
    name: channelName,
    displayName: input.channel?.displayName ?? defaultChannelDisplayName(ctx, input.name),
  })
  await insertMissingWatchLater(tx, {
    urlPrefix: localPlaylistUrl(ctx.origin),
    now: ctx.clock.now(),
    accountId: account.accountId,
  })
  return { ...account, channelId: channel.channelId, channelActorId: channel.actorId, channelName }
}

function defaultChannelDisplayName(ctx: Context, username: string): string {
  return ctx.settings.current.user.default_channel_name.replaceAll('$1', () => username)
}

/** `<username>_channel`, else with `-1` … `-29` behind it. */
async function findDefaultChannelName(tx: Tx, username: string): Promise<string> {
  const wanted = `${username}_channel`
  const candidates = [wanted, ...Array.from({ length: 29 }, (_, index) => `${wanted}-${index + 1}`)]
  for (const name of candidates) {
    if (!(await isLocalNameTaken(tx, name))) return name
  }
  throw new Error(`No free channel name for user ${username}`)
}
