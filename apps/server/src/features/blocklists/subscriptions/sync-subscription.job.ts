import { z } from 'zod'
import { SyncState } from '@sepiola/contract/enums.ts'
import { requireInstanceAccountId } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Schedule } from '#foundation/feature.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import {
  accountBlocked,
  accountUnblocked,
  blocklistSubscriptionSynced,
  serverBlocked,
  serverUnblocked,
} from '../blocklists.events.ts'
import {
  muteSubscribedAccounts,
  muteSubscribedServers,
  unmuteSubscribedAccounts,
  unmuteSubscribedServers,
} from './apply-actions.sql.ts'
import { fetchActions } from './fetch-actions.ts'
import { muteActions, planMutes, type MuteAction } from './mute-actions.ts'
import { findSubscription, findSubscriptionIds, updateSubscription } from './subscriptions.sql.ts'

/** Follows what happened in a mute list of another server since the last time (spec 10 §2.3). */
export const syncSubscriptionJob = defineJob({
  type: 'blocklist-subscription-sync',
  payload: () => z.object({ subscriptionId: z.int() }),
  async run(ctx, { payload: { subscriptionId } }) {
    const subscription = await findSubscription(ctx.db, subscriptionId)
    if (!subscription) return
    await updateSubscription(ctx.db, subscriptionId, { state: SyncState.PROCESSING, updatedAt: ctx.clock.now() })
    const { name, actions } = await fetchActions(ctx, subscription.url, subscription.lastActionAt, muteActions())
    await applyActions(ctx, subscriptionId, name, actions)
  },
  // A run begins with the state that the failure ended.
  revive: async () => true,

  async failed(ctx, { payload: { subscriptionId } }) {
    const now = ctx.clock.now()
    await updateSubscription(ctx.db, subscriptionId, { state: SyncState.FAILED, updatedAt: now, lastSyncAt: now })
  },
})

async function applyActions(
  ctx: Context,
  subscriptionId: number,
  name: string,
  actions: readonly (MuteAction & { createdAt: Date })[],
): Promise<void> {
  const { accounts, hosts } = planMutes(ctx.origin, actions)
  const accountId = await requireInstanceAccountId(ctx.db)
  const byInstance = true
  await ctx.db.transaction().execute(async (tx) => {
    const now = ctx.clock.now()
    const applied = { accountId, subscriptionId, now }
    const ownHost = ctx.origin.host
    const blockedAccounts = await muteSubscribedAccounts(tx, applied, accounts.block, ownHost)
    const unblockedAccounts = await unmuteSubscribedAccounts(tx, applied, accounts.unblock, ownHost)
    const blockedServers = await muteSubscribedServers(tx, applied, hosts.block)
    const unblockedServers = await unmuteSubscribedServers(tx, applied, hosts.unblock)
    for (const targetAccountId of blockedAccounts) {
      await ctx.events.publish(tx, accountBlocked, { accountId, byInstance, targetAccountId })
    }
    for (const targetAccountId of unblockedAccounts) {
      await ctx.events.publish(tx, accountUnblocked, { accountId, byInstance, targetAccountId })
    }
    for (const targetServerId of blockedServers) {
      await ctx.events.publish(tx, serverBlocked, { accountId, byInstance, targetServerId })
    }
    for (const targetServerId of unblockedServers) {
      await ctx.events.publish(tx, serverUnblocked, { accountId, byInstance, targetServerId })
    }
    const counts = {
      blockedAccountsCount: blockedAccounts.length,
      unblockedAccountsCount: unblockedAccounts.length,
      blockedHostsCount: blockedServers.length,
      unblockedHostsCount: unblockedServers.length,
    }
    if (Object.values(counts).some((count) => count > 0)) {
      await ctx.events.publish(tx, blocklistSubscriptionSynced, { subscriptionId, ...counts })
    }
    const newest = actions.at(-1)?.createdAt
    await updateSubscription(tx, subscriptionId, {
      ...{ name, state: SyncState.SYNCED, lastSyncAt: now, updatedAt: now },
      ...(newest && { lastActionAt: newest }),
    })
  })
}

const hour = 60 * 60 * 1000

export const syncSubscriptions: Schedule = {
  name: 'blocklists/sync-subscriptions',
  every: (ctx) => (ctx.testMode ? 5_000 : hour),
  async run(ctx) {
    for (const subscriptionId of await findSubscriptionIds(ctx.db)) {
      await ctx.jobs.add(ctx.db, syncSubscriptionJob, { subscriptionId }, { key: String(subscriptionId) })
    }
  },
}
