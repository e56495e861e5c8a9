// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './accounts/get-account-followers.ts'
export * from './accounts/get-account-videos.ts'
export * from './accounts/get-account.ts'
export * from './accounts/get-accounts-by-name-ratings.ts'
export * from './accounts/get-accounts.ts'
