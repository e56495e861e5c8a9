// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getOAuthClient = endpoint<'getOAuthClient'>('GET', '/api/v1/oauth-clients/local', 'json')
