// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const unblockAccount = endpoint<'unblockAccount'>(
  'DELETE',
  '/api/v1/users/me/blocklist/accounts/{accountName}',
  'nothing',
)
