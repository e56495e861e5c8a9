// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersByIdTokenSessionsByTokenSessionIdRevoke =
  endpoint<'getUsersByIdTokenSessionsByTokenSessionIdRevoke'>(
    'GET',
    '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
    'json',
  )
