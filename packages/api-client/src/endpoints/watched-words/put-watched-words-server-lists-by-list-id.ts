// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putWatchedWordsServerListsByListId = endpoint<'putWatchedWordsServerListsByListId'>(
  'PUT',
  '/api/v1/watched-words/server/lists/{listId}',
  'nothing',
  'json',
)
