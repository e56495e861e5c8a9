// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const revokeOAuthToken = endpoint<'revokeOAuthToken'>('POST', '/api/v1/users/revoke-token', 'json')
