// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getMyAbuses = endpoint<'getMyAbuses'>('GET', '/api/v1/users/me/abuses', 'json')
