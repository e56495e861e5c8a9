// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delVideo = endpoint<'delVideo'>('DELETE', '/api/v1/videos/{id}', 'nothing')
