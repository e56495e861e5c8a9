// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addLive = endpoint<'addLive'>('POST', '/api/v1/videos/live', 'json', 'form-or-json')
