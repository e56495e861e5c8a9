// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postServerBlocklistAccounts = endpoint<'postServerBlocklistAccounts'>(
  'POST',
  '/api/v1/server/blocklist/accounts',
  'nothing',
  'json',
)
