// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putMirroredVideo = endpoint<'putMirroredVideo'>(
  'POST',
  '/api/v1/server/redundancy/videos',
  'nothing',
  'json',
)
