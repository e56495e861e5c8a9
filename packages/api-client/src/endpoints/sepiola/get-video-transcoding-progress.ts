// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoTranscodingProgress = endpoint<'getVideoTranscodingProgress'>(
  'GET',
  '/api/v1/videos/{id}/transcoding-progress',
  'json',
)
