// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putUsersMeNotificationSettings = endpoint<'putUsersMeNotificationSettings'>(
  'PUT',
  '/api/v1/users/me/notification-settings',
  'nothing',
  'json',
)
