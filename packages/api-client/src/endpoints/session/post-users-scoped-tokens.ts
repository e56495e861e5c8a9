// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersScopedTokens = endpoint<'postUsersScopedTokens'>('POST', '/api/v1/users/scoped-tokens', 'json')
