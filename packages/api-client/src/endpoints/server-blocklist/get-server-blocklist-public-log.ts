// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getServerBlocklistPublicLog = endpoint<'getServerBlocklistPublicLog'>(
  'GET',
  '/api/v1/server/blocklist/public-log',
  'json',
)
