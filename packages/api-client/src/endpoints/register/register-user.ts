// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const registerUser = endpoint<'registerUser'>('POST', '/api/v1/users/register', 'json', 'json')
