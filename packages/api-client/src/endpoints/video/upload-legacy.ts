// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const uploadLegacy = endpoint<'uploadLegacy'>('POST', '/api/v1/videos/upload', 'json', 'form')
