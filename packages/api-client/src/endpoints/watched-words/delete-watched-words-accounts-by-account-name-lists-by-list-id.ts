// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteWatchedWordsAccountsByAccountNameListsByListId =
  endpoint<'deleteWatchedWordsAccountsByAccountNameListsByListId'>(
    'DELETE',
    '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
    'nothing',
  )
