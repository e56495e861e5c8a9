// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './account-blocklist/block-account.ts'
export * from './account-blocklist/block-server.ts'
export * from './account-blocklist/get-blocklist-status.ts'
export * from './account-blocklist/get-my-blocked-accounts.ts'
export * from './account-blocklist/get-my-blocked-servers.ts'
export * from './account-blocklist/unblock-account.ts'
export * from './account-blocklist/unblock-server.ts'
