import {
  blockAccount,
  blockServer,
  getMyBlockedAccounts,
  getMyBlockedServers,
  unblockAccount,
  unblockServer,
} from '@sepiola/api-client/endpoints/account-blocklist.ts'
import {
  deleteServerBlocklistAccountsByAccountName,
  deleteServerBlocklistServersByHost,
  getServerBlocklistAccounts,
  getServerBlocklistServers,
  postServerBlocklistAccounts,
  postServerBlocklistServers,
} from '@sepiola/api-client/endpoints/server-blocklist.ts'
import type { AccountBlock, ServerBlock } from '@sepiola/contract/schemas/moderation.ts'
import { call } from '#lib/api/call.ts'
import type { LoadRows } from '#lib/ui/table/table.ts'

export type MuteKind = 'accounts' | 'servers'
/** For oneself, or for everybody here. */
export type MuteScope = 'mine' | 'instance'

export interface Muted {
  /** `name@host`, or a host. */
  target: string
  account?: AccountBlock['blockedAccount']
  createdAt: string
  /** The list that it came with. */
  from: string | undefined
}

interface Mutes {
  load: LoadRows<Muted>
  mute: (target: string) => Promise<unknown>
  unmute: (target: string) => Promise<unknown>
}

const fromAccount = ({ blockedAccount, createdAt, blocklistSubscription }: AccountBlock): Muted => ({
  target: `${blockedAccount.name}@${blockedAccount.host}`,
  account: blockedAccount,
  createdAt,
  from: blocklistSubscription?.name,
})
const fromServer = ({ blockedServer: { host }, createdAt, blocklistSubscription }: ServerBlock): Muted => ({
  target: host,
  createdAt,
  from: blocklistSubscription?.name,
})

/** Who is muted, and how to mute and unmute (spec 10 §2.1). */
export function mutesOf(scope: MuteScope, kind: MuteKind): Mutes {
  const mine = scope === 'mine'
  if (kind === 'accounts') {
    return {
      load: async (request) => {
        const { total, data } = await call(mine ? getMyBlockedAccounts : getServerBlocklistAccounts, {
          query: toQuery(request),
        })
        return { total, data: data.map(fromAccount) }
      },
      mute: (accountName) => call(mine ? blockAccount : postServerBlocklistAccounts, { body: { accountName } }),
      unmute: (accountName) =>
        call(mine ? unblockAccount : deleteServerBlocklistAccountsByAccountName, { params: { accountName } }),
    }
  }
  return {
    load: async (request) => {
      const { total, data } = await call(mine ? getMyBlockedServers : getServerBlocklistServers, {
        query: toQuery(request),
      })
      return { total, data: data.map(fromServer) }
    },
    mute: (host) => call(mine ? blockServer : postServerBlocklistServers, { body: { host } }),
    unmute: (host) => call(mine ? unblockServer : deleteServerBlocklistServersByHost, { params: { host } }),
  }
}

function toQuery({ start, count, sort, search }: Parameters<LoadRows<Muted>>[0]) {
  return { start, count, sort: sort as '-createdAt', ...(search ? { search } : {}) }
}
