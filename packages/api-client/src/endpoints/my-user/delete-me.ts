// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteMe = endpoint<'deleteMe'>('DELETE', '/api/v1/users/me', 'nothing')
