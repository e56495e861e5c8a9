// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWatchedWordsAccountsByAccountNameLists = endpoint<'getWatchedWordsAccountsByAccountNameLists'>(
  'GET',
  '/api/v1/watched-words/accounts/{accountName}/lists',
  'json',
)
