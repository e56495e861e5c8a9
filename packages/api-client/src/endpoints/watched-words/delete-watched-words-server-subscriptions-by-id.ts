// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteWatchedWordsServerSubscriptionsById = endpoint<'deleteWatchedWordsServerSubscriptionsById'>(
  'DELETE',
  '/api/v1/watched-words/server/subscriptions/{id}',
  'nothing',
)
