// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const sendClientLog = endpoint<'sendClientLog'>('POST', '/api/v1/server/logs/client', 'nothing', 'json')
