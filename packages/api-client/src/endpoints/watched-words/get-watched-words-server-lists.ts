// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getWatchedWordsServerLists = endpoint<'getWatchedWordsServerLists'>(
  'GET',
  '/api/v1/watched-words/server/lists',
  'json',
)
