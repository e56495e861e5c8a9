// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postServerFollowing = endpoint<'postServerFollowing'>(
  'POST',
  '/api/v1/server/following',
  'nothing',
  'json',
)
