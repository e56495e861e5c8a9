// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersMeHistoryVideosRemove = endpoint<'postUsersMeHistoryVideosRemove'>(
  'POST',
  '/api/v1/users/me/history/videos/remove',
  'nothing',
  'json',
)
