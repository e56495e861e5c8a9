// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './my-notifications/get-users-me-notifications.ts'
export * from './my-notifications/post-users-me-notifications-read-all.ts'
export * from './my-notifications/post-users-me-notifications-read.ts'
export * from './my-notifications/put-users-me-notification-settings.ts'
