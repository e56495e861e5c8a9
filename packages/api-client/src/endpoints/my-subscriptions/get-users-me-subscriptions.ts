// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeSubscriptions = endpoint<'getUsersMeSubscriptions'>(
  'GET',
  '/api/v1/users/me/subscriptions',
  'json',
)
