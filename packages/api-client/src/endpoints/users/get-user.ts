// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUser = endpoint<'getUser'>('GET', '/api/v1/users/{id}', 'json')
