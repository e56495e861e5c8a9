import { requireInstanceAccountId } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
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
import { defineListSync } from './define-list-sync.ts'
import { muteActions, planMutes, type MuteAction } from './mute-actions.ts'
import { findSubscription, findSubscriptionIds, updateSubscription } from './subscriptions.sql.ts'

/** Mute lists of other servers are followed for the instance. */
export const { job: syncSubscriptionJob, schedule: syncSubscriptions } = defineListSync({
  type: 'blocklist-subscription-sync',
  name: 'blocklists/sync-subscriptions',
  actions: muteActions,
  find: findSubscription,
  findIds: findSubscriptionIds,
  update: updateSubscription,
  async apply(ctx, tx, { id }, { actions }) {
    await applyActions(ctx, tx, id, actions)
    return {}
  },
})

async function applyActions(
  ctx: Context,
  tx: Tx,
  subscriptionId: number,
  actions: readonly MuteAction[],
): Promise<void> {
  const { accounts, hosts } = planMutes(ctx.origin, actions)
  const accountId = await requireInstanceAccountId(tx)
  const byInstance = true
  const applied = { accountId, subscriptionId, now: ctx.clock.now() }
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
}
