// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './services/get-services-oembed.ts'
export * from './services/get-services-redirect-accounts-by-handle.ts'
export * from './services/get-services-redirect-actors-by-handle.ts'
