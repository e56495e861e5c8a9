// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const blockAccount = endpoint<'blockAccount'>('POST', '/api/v1/users/me/blocklist/accounts', 'nothing', 'json')
