// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteUsersMeAvatar = endpoint<'deleteUsersMeAvatar'>('DELETE', '/api/v1/users/me/avatar', 'json')
