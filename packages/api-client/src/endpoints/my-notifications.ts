// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getUsersMeNotifications = endpoint<'getUsersMeNotifications'>(
  'GET',
  '/api/v1/users/me/notifications',
  'json',
)
export const postUsersMeNotificationsRead = endpoint<'postUsersMeNotificationsRead'>(
  'POST',
  '/api/v1/users/me/notifications/read',
  'nothing',
  'json',
)
export const postUsersMeNotificationsReadAll = endpoint<'postUsersMeNotificationsReadAll'>(
  'POST',
  '/api/v1/users/me/notifications/read-all',
  'nothing',
)
export const putUsersMeNotificationSettings = endpoint<'putUsersMeNotificationSettings'>(
  'PUT',
  '/api/v1/users/me/notification-settings',
  'nothing',
  'json',
)
