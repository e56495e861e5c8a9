// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putUser = endpoint<'putUser'>('PUT', '/api/v1/users/{id}', 'nothing', 'json')
