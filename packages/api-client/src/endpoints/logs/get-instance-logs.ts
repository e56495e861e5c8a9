// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getInstanceLogs = endpoint<'getInstanceLogs'>('GET', '/api/v1/server/logs', 'json')
