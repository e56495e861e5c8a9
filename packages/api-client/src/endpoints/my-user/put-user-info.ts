// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putUserInfo = endpoint<'putUserInfo'>('PUT', '/api/v1/users/me', 'nothing', 'json')
