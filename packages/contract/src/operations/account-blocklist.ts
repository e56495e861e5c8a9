import { z } from 'zod'
import { arrayOf, checkedHandle, distinct, handle, handleWithHost, host, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { AccountBlock, BlockStatus, ServerBlock } from '../schemas/moderation.ts'

export const getBlocklistStatus = operation({
  id: 'getBlocklistStatus',
  method: 'GET',
  path: '/api/v1/blocklist/status',
  tag: 'Account Blocklist',
  summary: 'Tell if hosts/accounts are muted',
  auth: 'optional',
  rateLimit: 'api',
  query: () =>
    object({
      accounts: arrayOf(handleWithHost()).optional(),
      hosts: distinct(arrayOf(host())).optional(),
    }),
  success: 200,
  response: BlockStatus,
  in70: true,
})

export const getMyBlockedAccounts = operation({
  id: 'getMyBlockedAccounts',
  method: 'GET',
  path: '/api/v1/users/me/blocklist/accounts',
  tag: 'Account Blocklist',
  summary: 'Accounts muted by caller',
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt'], '-createdAt'),
      search: text().optional(),
      subscriptionName: z.string().optional(),
    }),
  success: 200,
  response: resultList(AccountBlock),
  in70: false,
})

export const blockAccount = operation({
  id: 'blockAccount',
  method: 'POST',
  path: '/api/v1/users/me/blocklist/accounts',
  tag: 'Account Blocklist',
  summary: 'Mute an account',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ accountName: checkedHandle() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const unblockAccount = operation({
  id: 'unblockAccount',
  method: 'DELETE',
  path: '/api/v1/users/me/blocklist/accounts/{accountName}',
  tag: 'Account Blocklist',
  summary: 'Unmute an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  success: 204,
  in70: false,
})

export const getMyBlockedServers = operation({
  id: 'getMyBlockedServers',
  method: 'GET',
  path: '/api/v1/users/me/blocklist/servers',
  tag: 'Account Blocklist',
  summary: 'Servers muted by caller',
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt'], '-createdAt'),
      search: text().optional(),
      subscriptionName: z.string().optional(),
    }),
  success: 200,
  response: resultList(ServerBlock),
  in70: false,
})

export const blockServer = operation({
  id: 'blockServer',
  method: 'POST',
  path: '/api/v1/users/me/blocklist/servers',
  tag: 'Account Blocklist',
  summary: 'Mute a server',
  auth: 'user',
  rateLimit: 'api',
  body: () => object({ host: host() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})

export const unblockServer = operation({
  id: 'unblockServer',
  method: 'DELETE',
  path: '/api/v1/users/me/blocklist/servers/{host}',
  tag: 'Account Blocklist',
  summary: 'Unmute a server',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ host: host() }),
  success: 204,
  in70: false,
})
