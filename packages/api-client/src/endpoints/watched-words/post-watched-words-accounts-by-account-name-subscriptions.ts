// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postWatchedWordsAccountsByAccountNameSubscriptions =
  endpoint<'postWatchedWordsAccountsByAccountNameSubscriptions'>(
    'POST',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions',
    'json',
    'json',
  )
