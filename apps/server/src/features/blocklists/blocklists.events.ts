import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { defineEvent } from '#foundation/events/define-event.ts'

/** `accountId`: whose mute it is, the instance's account for mutes of the whole server (`byInstance`). */
const accountMute = define(() => z.object({ accountId: z.int(), byInstance: z.boolean(), targetAccountId: z.int() }))
const serverMute = define(() => z.object({ accountId: z.int(), byInstance: z.boolean(), targetServerId: z.int() }))

/** An account was muted: notifications about it are of no interest any more. */
export const accountBlocked = defineEvent('account-block.created', accountMute)
export const accountUnblocked = defineEvent('account-block.deleted', accountMute)

export const serverBlocked = defineEvent('server-block.created', serverMute)
export const serverUnblocked = defineEvent('server-block.deleted', serverMute)

/** A followed mute list changed something; how many mutes came and went. */
export const blocklistSubscriptionSynced = defineEvent(
  'blocklist-subscription.synced',
  define(() =>
    z.object({
      subscriptionId: z.int(),
      blockedAccountsCount: z.int(),
      unblockedAccountsCount: z.int(),
      blockedHostsCount: z.int(),
      unblockedHostsCount: z.int(),
    }),
  ),
)
