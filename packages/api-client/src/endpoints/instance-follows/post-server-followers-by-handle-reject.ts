// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postServerFollowersByHandleReject = endpoint<'postServerFollowersByHandleReject'>(
  'POST',
  '/api/v1/server/followers/{handle}/reject',
  'nothing',
)
