// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './client-config/update-client-interface-language.ts'
export * from './client-config/update-client-language.ts'
