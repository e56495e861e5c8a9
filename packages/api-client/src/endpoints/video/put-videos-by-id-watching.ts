// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putVideosByIdWatching = endpoint<'putVideosByIdWatching'>(
  'PUT',
  '/api/v1/videos/{id}/watching',
  'nothing',
  'json',
)
