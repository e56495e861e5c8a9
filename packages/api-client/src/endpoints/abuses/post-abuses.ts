// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postAbuses = endpoint<'postAbuses'>('POST', '/api/v1/abuses', 'json', 'json')
