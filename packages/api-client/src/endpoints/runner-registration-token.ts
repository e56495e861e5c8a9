// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './runner-registration-token/delete-runners-registration-tokens-by-registration-token-id.ts'
export * from './runner-registration-token/get-runners-registration-tokens.ts'
export * from './runner-registration-token/post-runners-registration-tokens-generate.ts'
