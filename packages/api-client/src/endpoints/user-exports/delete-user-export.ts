// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteUserExport = endpoint<'deleteUserExport'>('DELETE', '/api/v1/users/{userId}/exports/{id}', 'nothing')
