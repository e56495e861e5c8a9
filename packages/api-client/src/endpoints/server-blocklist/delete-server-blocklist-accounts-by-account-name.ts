// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteServerBlocklistAccountsByAccountName = endpoint<'deleteServerBlocklistAccountsByAccountName'>(
  'DELETE',
  '/api/v1/server/blocklist/accounts/{accountName}',
  'nothing',
)
