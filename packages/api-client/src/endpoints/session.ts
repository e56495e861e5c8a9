// Made by scripts/generate-api-client.ts out of the contract; do not edit.
export * from './session/get-oauth-client.ts'
export * from './session/get-oauth-token.ts'
export * from './session/get-users-by-id-token-sessions-by-token-session-id-revoke.ts'
export * from './session/get-users-by-id-token-sessions.ts'
export * from './session/get-users-scoped-tokens.ts'
export * from './session/post-users-by-id-token-sessions-by-token-session-id-revoke.ts'
export * from './session/post-users-scoped-tokens.ts'
export * from './session/revoke-oauth-token.ts'
