// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getOAuthClient = endpoint<'getOAuthClient'>('GET', '/api/v1/oauth-clients/local', 'json')
export const getOAuthToken = endpoint<'getOAuthToken'>('POST', '/api/v1/users/token', 'json', 'url-form')
export const getUsersByIdTokenSessions = endpoint<'getUsersByIdTokenSessions'>(
  'GET',
  '/api/v1/users/{id}/token-sessions',
  'json',
)
export const getUsersByIdTokenSessionsByTokenSessionIdRevoke =
  endpoint<'getUsersByIdTokenSessionsByTokenSessionIdRevoke'>(
    'GET',
    '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
    'json',
  )
export const getUsersScopedTokens = endpoint<'getUsersScopedTokens'>('GET', '/api/v1/users/scoped-tokens', 'json')
export const postUsersByIdTokenSessionsByTokenSessionIdRevoke =
  endpoint<'postUsersByIdTokenSessionsByTokenSessionIdRevoke'>(
    'POST',
    '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
    'json',
  )
export const postUsersScopedTokens = endpoint<'postUsersScopedTokens'>('POST', '/api/v1/users/scoped-tokens', 'json')
export const revokeOAuthToken = endpoint<'revokeOAuthToken'>('POST', '/api/v1/users/revoke-token', 'json')
