// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getDebug = endpoint<'getDebug'>('GET', '/api/v1/server/debug', 'json')
