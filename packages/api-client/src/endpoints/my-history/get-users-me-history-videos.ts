// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeHistoryVideos = endpoint<'getUsersMeHistoryVideos'>(
  'GET',
  '/api/v1/users/me/history/videos',
  'json',
)
