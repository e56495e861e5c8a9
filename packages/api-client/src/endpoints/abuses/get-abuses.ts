// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getAbuses = endpoint<'getAbuses'>('GET', '/api/v1/abuses', 'json')
