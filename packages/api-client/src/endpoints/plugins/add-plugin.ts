// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addPlugin = endpoint<'addPlugin'>('POST', '/api/v1/plugins/install', 'json', 'json')
