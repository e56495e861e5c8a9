// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getOAuthToken = endpoint<'getOAuthToken'>('POST', '/api/v1/users/token', 'json', 'url-form')
