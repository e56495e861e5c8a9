import { id, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { OAuthClient, OAuthTokenResponse, ScopedToken, TokenRevokeResult, TokenSession } from '../schemas/users.ts'

export const getOAuthClient = operation({
  id: 'getOAuthClient',
  method: 'GET',
  path: '/api/v1/oauth-clients/local',
  tag: 'Session',
  summary: 'Client credentials needed before login',
  auth: 'none',
  rateLimit: 'api',
  success: 200,
  response: OAuthClient,
  in70: true,
})

export const getOAuthToken = operation({
  id: 'getOAuthToken',
  method: 'POST',
  path: '/api/v1/users/token',
  tag: 'Session',
  summary: 'Obtain or refresh access tokens',
  auth: 'none',
  rateLimit: 'login',
  headers: () => object({ 'x-peertube-otp': text().optional() }),
  body: () =>
    object({
      client_id: text().optional(),
      client_secret: text().optional(),
      grant_type: text().optional(),
      username: text().optional(),
      password: text().optional(),
      externalAuthToken: text().optional(),
      refresh_token: text().optional(),
    }).prefault({}),
  bodyTypes: ['application/x-www-form-urlencoded'],
  success: 200,
  response: OAuthTokenResponse,
  in70: true,
})

export const revokeOAuthToken = operation({
  id: 'revokeOAuthToken',
  method: 'POST',
  path: '/api/v1/users/revoke-token',
  tag: 'Session',
  summary: 'Log out the current token',
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: TokenRevokeResult,
  in70: true,
})

export const getUsersByIdTokenSessions = operation({
  id: 'getUsersByIdTokenSessions',
  method: 'GET',
  path: '/api/v1/users/{id}/token-sessions',
  tag: 'Session',
  summary: 'List active login sessions',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id() }),
  query: () => object({ ...sortedPage(['createdAt'], '-createdAt') }),
  success: 200,
  response: resultList(TokenSession),
  in70: false,
})

export const getUsersByIdTokenSessionsByTokenSessionIdRevoke = operation({
  id: 'getUsersByIdTokenSessionsByTokenSessionIdRevoke',
  method: 'GET',
  path: '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
  tag: 'Session',
  summary: 'End one login session, as documents name it (POST is meant)',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id(), tokenSessionId: id() }),
  success: 200,
  response: TokenRevokeResult,
  in70: false,
})

export const postUsersByIdTokenSessionsByTokenSessionIdRevoke = operation({
  id: 'postUsersByIdTokenSessionsByTokenSessionIdRevoke',
  method: 'POST',
  path: '/api/v1/users/{id}/token-sessions/{tokenSessionId}/revoke',
  tag: 'Session',
  summary: 'End one login session',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: id(), tokenSessionId: id() }),
  success: 200,
  response: TokenRevokeResult,
  in70: false,
})

export const getUsersScopedTokens = operation({
  id: 'getUsersScopedTokens',
  method: 'GET',
  path: '/api/v1/users/scoped-tokens',
  tag: 'Session',
  summary: 'Read the personal feed token',
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: ScopedToken,
  in70: false,
})

export const postUsersScopedTokens = operation({
  id: 'postUsersScopedTokens',
  method: 'POST',
  path: '/api/v1/users/scoped-tokens',
  tag: 'Session',
  summary: 'Regenerate the personal feed token',
  auth: 'user',
  rateLimit: 'api',
  success: 200,
  response: ScopedToken,
  in70: false,
})
