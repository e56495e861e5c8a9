// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getConfig = endpoint<'getConfig'>('GET', '/api/v1/config', 'json')
