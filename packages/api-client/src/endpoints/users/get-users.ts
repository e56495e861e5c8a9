// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsers = endpoint<'getUsers'>('GET', '/api/v1/users', 'json')
