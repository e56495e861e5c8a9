// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const uploadResumable = endpoint<'uploadResumable'>('PUT', '/api/v1/videos/upload-resumable', 'json', 'binary')
