// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delUser = endpoint<'delUser'>('DELETE', '/api/v1/users/{id}', 'nothing')
