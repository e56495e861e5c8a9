// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAccountsByAccountNameDislikesByVideoId = endpoint<'getAccountsByAccountNameDislikesByVideoId'>(
  'GET',
  '/accounts/{accountName}/dislikes/{videoId}',
  'raw',
)
