// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeSubscriptionsVideos = endpoint<'getUsersMeSubscriptionsVideos'>(
  'GET',
  '/api/v1/users/me/subscriptions/videos',
  'json',
)
