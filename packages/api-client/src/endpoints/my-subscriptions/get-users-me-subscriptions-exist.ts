// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeSubscriptionsExist = endpoint<'getUsersMeSubscriptionsExist'>(
  'GET',
  '/api/v1/users/me/subscriptions/exist',
  'json',
)
