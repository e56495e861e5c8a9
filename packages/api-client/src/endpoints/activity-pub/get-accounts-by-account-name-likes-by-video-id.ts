// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountsByAccountNameLikesByVideoId = endpoint<'getAccountsByAccountNameLikesByVideoId'>(
  'GET',
  '/accounts/{accountName}/likes/{videoId}',
  'raw',
)
