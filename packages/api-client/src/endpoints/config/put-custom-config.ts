// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putCustomConfig = endpoint<'putCustomConfig'>('PUT', '/api/v1/config/custom', 'json', 'json')
