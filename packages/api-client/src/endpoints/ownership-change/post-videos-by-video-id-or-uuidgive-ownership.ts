// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosByVideoIdOrUUIDGiveOwnership = endpoint<'postVideosByVideoIdOrUUIDGiveOwnership'>(
  'POST',
  '/api/v1/videos/{videoIdOrUUID}/give-ownership',
  'nothing',
  'json',
)
