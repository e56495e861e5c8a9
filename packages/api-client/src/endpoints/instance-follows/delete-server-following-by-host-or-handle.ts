// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteServerFollowingByHostOrHandle = endpoint<'deleteServerFollowingByHostOrHandle'>(
  'DELETE',
  '/api/v1/server/following/{hostOrHandle}',
  'nothing',
)
