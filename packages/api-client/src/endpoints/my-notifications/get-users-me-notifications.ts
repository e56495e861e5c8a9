// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeNotifications = endpoint<'getUsersMeNotifications'>(
  'GET',
  '/api/v1/users/me/notifications',
  'json',
)
