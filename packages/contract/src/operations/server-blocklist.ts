import { z } from 'zod'
import { checkedHandle, dateTime, handle, host, integer, object, text, url } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { AccountBlock, AutoMuteList, BlocklistSubscription, ServerBlock } from '../schemas/moderation.ts'

export const getServerBlocklistAccounts = operation({
  id: 'getServerBlocklistAccounts',
  method: 'GET',
  path: '/api/v1/server/blocklist/accounts',
  tag: 'Server Blocklist',
  summary: 'Accounts muted platform-wide',
  auth: 'user',
  right: 'MANAGE_SERVER_ACCOUNTS_BLOCKLIST',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt'], '-createdAt'),
      subscriptionName: text().optional(),
      search: z.string().optional(),
    }),
  success: 200,
  response: resultList(AccountBlock),
  in70: true,
})

export const postServerBlocklistAccounts = operation({
  id: 'postServerBlocklistAccounts',
  method: 'POST',
  path: '/api/v1/server/blocklist/accounts',
  tag: 'Server Blocklist',
  summary: 'Mute an account platform-wide',
  auth: 'user',
  right: 'MANAGE_SERVER_ACCOUNTS_BLOCKLIST',
  rateLimit: 'api',
  body: () => object({ accountName: checkedHandle() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteServerBlocklistAccountsByAccountName = operation({
  id: 'deleteServerBlocklistAccountsByAccountName',
  method: 'DELETE',
  path: '/api/v1/server/blocklist/accounts/{accountName}',
  tag: 'Server Blocklist',
  summary: 'Unmute an account platform-wide',
  auth: 'user',
  right: 'MANAGE_SERVER_ACCOUNTS_BLOCKLIST',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  success: 204,
  in70: true,
})

export const getServerBlocklistServers = operation({
  id: 'getServerBlocklistServers',
  method: 'GET',
  path: '/api/v1/server/blocklist/servers',
  tag: 'Server Blocklist',
  summary: 'Servers muted platform-wide',
  auth: 'user',
  right: 'MANAGE_SERVER_SERVERS_BLOCKLIST',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt'], '-createdAt'),
      subscriptionName: text().optional(),
      search: z.string().optional(),
    }),
  success: 200,
  response: resultList(ServerBlock),
  in70: true,
})

export const postServerBlocklistServers = operation({
  id: 'postServerBlocklistServers',
  method: 'POST',
  path: '/api/v1/server/blocklist/servers',
  tag: 'Server Blocklist',
  summary: 'Mute a server platform-wide',
  auth: 'user',
  right: 'MANAGE_SERVER_SERVERS_BLOCKLIST',
  rateLimit: 'api',
  body: () => object({ host: host() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteServerBlocklistServersByHost = operation({
  id: 'deleteServerBlocklistServersByHost',
  method: 'DELETE',
  path: '/api/v1/server/blocklist/servers/{host}',
  tag: 'Server Blocklist',
  summary: 'Unmute a server platform-wide',
  auth: 'user',
  right: 'MANAGE_SERVER_SERVERS_BLOCKLIST',
  rateLimit: 'api',
  params: () => object({ host: host() }),
  success: 204,
  in70: true,
})

export const getServerBlocklistSubscriptions = operation({
  id: 'getServerBlocklistSubscriptions',
  method: 'GET',
  path: '/api/v1/server/blocklist/subscriptions',
  tag: 'Server Blocklist',
  summary: 'Remote mute lists being followed',
  auth: 'user',
  right: 'MANAGE_SERVER_BLOCKLIST_SUBSCRIPTIONS',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['name', 'createdAt', 'lastSyncAt'], '-createdAt'), search: text().optional() }),
  success: 200,
  response: resultList(BlocklistSubscription),
  in70: false,
})

export const postServerBlocklistSubscriptions = operation({
  id: 'postServerBlocklistSubscriptions',
  method: 'POST',
  path: '/api/v1/server/blocklist/subscriptions',
  tag: 'Server Blocklist',
  summary: 'Follow a remote mute list',
  auth: 'user',
  right: 'MANAGE_SERVER_BLOCKLIST_SUBSCRIPTIONS',
  rateLimit: 'api',
  body: () => object({ url: url() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: BlocklistSubscription,
  in70: false,
})

export const deleteServerBlocklistSubscriptionsById = operation({
  id: 'deleteServerBlocklistSubscriptionsById',
  method: 'DELETE',
  path: '/api/v1/server/blocklist/subscriptions/{id}',
  tag: 'Server Blocklist',
  summary: 'Stop following a mute list',
  auth: 'user',
  right: 'MANAGE_SERVER_BLOCKLIST_SUBSCRIPTIONS',
  rateLimit: 'api',
  params: () => object({ id: integer() }),
  success: 204,
  in70: false,
})

export const getServerBlocklistPublicLog = operation({
  id: 'getServerBlocklistPublicLog',
  method: 'GET',
  path: '/api/v1/server/blocklist/public-log',
  tag: 'Server Blocklist',
  summary: 'Publish own mute actions',
  auth: 'none',
  rateLimit: 'api',
  query: () => object({ startDate: dateTime() }),
  success: 200,
  response: AutoMuteList,
  in70: false,
})
