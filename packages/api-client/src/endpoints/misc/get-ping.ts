// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getPing = endpoint<'getPing'>('ALL', '/api/v1/ping', 'raw')
