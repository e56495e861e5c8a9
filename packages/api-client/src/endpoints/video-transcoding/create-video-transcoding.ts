// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const createVideoTranscoding = endpoint<'createVideoTranscoding'>(
  'POST',
  '/api/v1/videos/{id}/transcoding',
  'nothing',
  'json',
)
