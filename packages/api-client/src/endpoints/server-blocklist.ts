// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteServerBlocklistAccountsByAccountName = endpoint<'deleteServerBlocklistAccountsByAccountName'>(
  'DELETE',
  '/api/v1/server/blocklist/accounts/{accountName}',
  'nothing',
)
export const deleteServerBlocklistServersByHost = endpoint<'deleteServerBlocklistServersByHost'>(
  'DELETE',
  '/api/v1/server/blocklist/servers/{host}',
  'nothing',
)
export const deleteServerBlocklistSubscriptionsById = endpoint<'deleteServerBlocklistSubscriptionsById'>(
  'DELETE',
  '/api/v1/server/blocklist/subscriptions/{id}',
  'nothing',
)
export const getServerBlocklistAccounts = endpoint<'getServerBlocklistAccounts'>(
  'GET',
  '/api/v1/server/blocklist/accounts',
  'json',
)
export const getServerBlocklistPublicLog = endpoint<'getServerBlocklistPublicLog'>(
  'GET',
  '/api/v1/server/blocklist/public-log',
  'json',
)
export const getServerBlocklistServers = endpoint<'getServerBlocklistServers'>(
  'GET',
  '/api/v1/server/blocklist/servers',
  'json',
)
export const getServerBlocklistSubscriptions = endpoint<'getServerBlocklistSubscriptions'>(
  'GET',
  '/api/v1/server/blocklist/subscriptions',
  'json',
)
export const postServerBlocklistAccounts = endpoint<'postServerBlocklistAccounts'>(
  'POST',
  '/api/v1/server/blocklist/accounts',
  'nothing',
  'json',
)
export const postServerBlocklistServers = endpoint<'postServerBlocklistServers'>(
  'POST',
  '/api/v1/server/blocklist/servers',
  'nothing',
  'json',
)
export const postServerBlocklistSubscriptions = endpoint<'postServerBlocklistSubscriptions'>(
  'POST',
  '/api/v1/server/blocklist/subscriptions',
  'json',
  'json',
)
