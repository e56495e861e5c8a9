// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const listUserExports = endpoint<'listUserExports'>('GET', '/api/v1/users/{userId}/exports', 'json')
