// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteWatchedWordsAccountsByAccountNameSubscriptionsById =
  endpoint<'deleteWatchedWordsAccountsByAccountNameSubscriptionsById'>(
    'DELETE',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions/{id}',
    'nothing',
  )
