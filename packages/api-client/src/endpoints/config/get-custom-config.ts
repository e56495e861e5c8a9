// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getCustomConfig = endpoint<'getCustomConfig'>('GET', '/api/v1/config/custom', 'json')
