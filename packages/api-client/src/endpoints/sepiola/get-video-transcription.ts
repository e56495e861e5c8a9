// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoTranscription = endpoint<'getVideoTranscription'>(
  'GET',
  '/api/v1/videos/{id}/transcription',
  'json',
)
