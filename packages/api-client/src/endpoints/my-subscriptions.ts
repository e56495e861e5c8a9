// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './my-subscriptions/delete-users-me-subscriptions-by-subscription-handle.ts'
export * from './my-subscriptions/get-users-me-subscriptions-by-subscription-handle.ts'
export * from './my-subscriptions/get-users-me-subscriptions-exist.ts'
export * from './my-subscriptions/get-users-me-subscriptions-videos.ts'
export * from './my-subscriptions/get-users-me-subscriptions.ts'
export * from './my-subscriptions/post-users-me-subscriptions.ts'
