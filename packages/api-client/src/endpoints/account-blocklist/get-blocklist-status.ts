// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getBlocklistStatus = endpoint<'getBlocklistStatus'>('GET', '/api/v1/blocklist/status', 'json')
