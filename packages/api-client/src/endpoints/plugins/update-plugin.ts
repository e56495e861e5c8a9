// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const updatePlugin = endpoint<'updatePlugin'>('POST', '/api/v1/plugins/update', 'json', 'json')
