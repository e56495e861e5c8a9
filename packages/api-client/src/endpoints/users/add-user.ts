// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addUser = endpoint<'addUser'>('POST', '/api/v1/users', 'json', 'json')
