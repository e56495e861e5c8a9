// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postServerFollowersByHandleAccept = endpoint<'postServerFollowersByHandleAccept'>(
  'POST',
  '/api/v1/server/followers/{handle}/accept',
  'nothing',
)
