// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosByIdDescription = endpoint<'getVideosByIdDescription'>(
  'GET',
  '/api/v1/videos/{id}/description',
  'json',
)
