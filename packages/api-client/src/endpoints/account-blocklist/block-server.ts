// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const blockServer = endpoint<'blockServer'>('POST', '/api/v1/users/me/blocklist/servers', 'nothing', 'json')
