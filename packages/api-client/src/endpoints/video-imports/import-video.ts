// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const importVideo = endpoint<'importVideo'>('POST', '/api/v1/videos/imports', 'json', 'form-or-json')
