// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getServerBlocklistServers = endpoint<'getServerBlocklistServers'>(
  'GET',
  '/api/v1/server/blocklist/servers',
  'json',
)
