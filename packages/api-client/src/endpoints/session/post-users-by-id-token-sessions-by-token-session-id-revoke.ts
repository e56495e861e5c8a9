// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postUsersByIdTokenSessionsByTokenSessionIdRevoke =
  endpoint<'postUsersByIdTokenSessionsByTokenSessionIdRevoke'>(
    'POST',
    '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
    'json',
  )
