// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addVideoPassword = endpoint<'addVideoPassword'>('POST', '/api/v1/videos/{id}/passwords', 'nothing', 'json')
