// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosByVideoIdOrUUIDOwnership = endpoint<'getVideosByVideoIdOrUUIDOwnership'>(
  'GET',
  '/api/v1/videos/{videoIdOrUUID}/ownership',
  'json',
)
