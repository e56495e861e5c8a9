// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const unblockServer = endpoint<'unblockServer'>('DELETE', '/api/v1/users/me/blocklist/servers/{host}', 'nothing')
