// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWatchedWordsAccountsByAccountNameSubscriptions =
  endpoint<'getWatchedWordsAccountsByAccountNameSubscriptions'>(
    'GET',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions',
    'json',
  )
