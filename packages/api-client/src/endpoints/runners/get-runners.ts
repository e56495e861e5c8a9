// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getRunners = endpoint<'getRunners'>('GET', '/api/v1/runners', 'json')
