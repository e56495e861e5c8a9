// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const blockAccount = endpoint<'blockAccount'>('POST', '/api/v1/users/me/blocklist/accounts', 'nothing', 'json')
export const blockServer = endpoint<'blockServer'>('POST', '/api/v1/users/me/blocklist/servers', 'nothing', 'json')
export const getBlocklistStatus = endpoint<'getBlocklistStatus'>('GET', '/api/v1/blocklist/status', 'json')
export const getMyBlockedAccounts = endpoint<'getMyBlockedAccounts'>(
  'GET',
  '/api/v1/users/me/blocklist/accounts',
  'json',
)
export const getMyBlockedServers = endpoint<'getMyBlockedServers'>('GET', '/api/v1/users/me/blocklist/servers', 'json')
export const unblockAccount = endpoint<'unblockAccount'>(
  'DELETE',
  '/api/v1/users/me/blocklist/accounts/{accountName}',
  'nothing',
)
export const unblockServer = endpoint<'unblockServer'>('DELETE', '/api/v1/users/me/blocklist/servers/{host}', 'nothing')
