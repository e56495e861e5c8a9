// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getServerBlocklistSubscriptions = endpoint<'getServerBlocklistSubscriptions'>(
  'GET',
  '/api/v1/server/blocklist/subscriptions',
  'json',
)
