// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAvailablePlugins = endpoint<'getAvailablePlugins'>('GET', '/api/v1/plugins/available', 'json')
