// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const requestVideoToken = endpoint<'requestVideoToken'>('POST', '/api/v1/videos/{id}/token', 'json')
