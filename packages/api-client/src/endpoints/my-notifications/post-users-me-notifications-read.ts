// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersMeNotificationsRead = endpoint<'postUsersMeNotificationsRead'>(
  'POST',
  '/api/v1/users/me/notifications/read',
  'nothing',
  'json',
)
