// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteServerFollowersByHandle = endpoint<'deleteServerFollowersByHandle'>(
  'DELETE',
  '/api/v1/server/followers/{handle}',
  'nothing',
)
