// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteServerBlocklistSubscriptionsById = endpoint<'deleteServerBlocklistSubscriptionsById'>(
  'DELETE',
  '/api/v1/server/blocklist/subscriptions/{id}',
  'nothing',
)
