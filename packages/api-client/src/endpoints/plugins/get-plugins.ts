// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPlugins = endpoint<'getPlugins'>('GET', '/api/v1/plugins', 'json')
