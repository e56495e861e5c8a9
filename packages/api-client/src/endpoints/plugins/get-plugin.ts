// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPlugin = endpoint<'getPlugin'>('GET', '/api/v1/plugins/{npmName}', 'json')
