// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getMyBlockedServers = endpoint<'getMyBlockedServers'>('GET', '/api/v1/users/me/blocklist/servers', 'json')
