// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosByIdWatching = endpoint<'postVideosByIdWatching'>(
  'POST',
  '/api/v1/videos/{id}/watching',
  'nothing',
  'json',
)
