// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './abuses/delete-abuses-by-abuse-id-messages-by-abuse-message-id.ts'
export * from './abuses/delete-abuses-by-abuse-id.ts'
export * from './abuses/get-abuses-by-abuse-id-messages.ts'
export * from './abuses/get-abuses.ts'
export * from './abuses/get-my-abuses.ts'
export * from './abuses/post-abuses-by-abuse-id-messages.ts'
export * from './abuses/post-abuses.ts'
export * from './abuses/put-abuses-by-abuse-id.ts'
