// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getSyndicatedSubscriptionVideos = endpoint<'getSyndicatedSubscriptionVideos'>(
  'GET',
  '/feeds/subscriptions.{format}',
  'raw',
)
