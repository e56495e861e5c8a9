import type { FastifyRequest } from 'fastify'
import { getOAuthClient, getOAuthToken, revokeOAuthToken } from '@sepiola/contract/operations/session.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { isForm } from '#foundation/http/parse-body.ts'
import { problem } from '#foundation/http/problem.ts'
import { deviceOf } from '../authenticate.ts'
import { forgetToken } from '../tokens/session-memory.ts'
import { deleteToken } from '../tokens/token.sql.ts'
import { findClient, findLocalClient } from './oauth-client.sql.ts'
import { passwordGrant } from './password-grant.ts'
import { refreshGrant } from './refresh-grant.ts'

/** Public credentials of our own web pages, which other sites have no use for (spec 01 §3.1). */
const clientRoute = implement(getOAuthClient, async ({ ctx, request }) => {
  if (!ctx.testMode && request.headers.host !== ctx.origin.host) {
    throw problem(403, `Getting client tokens for host ${request.headers.host} is forbidden, use ${ctx.origin.host}.`)
  }
  const client = await findLocalClient(ctx.db)
  if (!client) throw new Error('There is no OAuth client: the first start was not completed')
  return { client_id: client.clientId, client_secret: client.clientSecret }
})

const tokenRoute = implement(
  getOAuthToken,
  async ({ ctx, body, headers, request, reply }) => {
    const oAuthClientId = await requireClient(ctx, body)
    if (body.grant_type === 'refresh_token') {
      const refreshToken = requireParameter(body, 'refresh_token')
      return refreshGrant(ctx, { oAuthClientId, refreshToken })
    }
    const username = requireParameter(body, 'username')
    const password = requireParameter(body, 'password')
    const tokens = await passwordGrant(ctx, {
      oAuthClientId,
      username,
      password,
      otp: headers['x-peertube-otp'],
      ip: request.ip,
      device: deviceOf(request),
    })
    await ctx.hooks.action('action:api.user.oauth2-got-token', { username, ip: request.ip, req: request, res: reply })
    return tokens
  },
  {
    before: ({ request, reply }) => {
      reply.header('cache-control', 'no-store').header('pragma', 'no-cache')
      requireForm(request)
    },
  },
)

function requireForm(request: FastifyRequest): void {
  if (isForm(request)) return
  throw problem('invalid_request', 'Invalid request: content must be application/x-www-form-urlencoded')
}

interface TokenBody {
  client_id?: string | undefined
  client_secret?: string | undefined
  grant_type?: string | undefined
  username?: string | undefined
  password?: string | undefined
  refresh_token?: string | undefined
}

function requireParameter(body: TokenBody, name: keyof TokenBody): string {
  const value = body[name]
  if (!value) throw problem('invalid_request', `Missing parameter: \`${name}\``)
  return value
}

/** Client first, then its grants. */
async function requireClient(ctx: Context, body: TokenBody): Promise<number> {
  if (!body.client_id || !body.client_secret) {
    throw problem('invalid_client', 'Invalid client: cannot retrieve client credentials')
  }
  const client = await findClient(ctx.db, body.client_id, body.client_secret)
  if (!client) throw problem('invalid_client', 'Invalid client: client is invalid')
  const grant = requireParameter(body, 'grant_type')
  if (grant !== 'password' && grant !== 'refresh_token') {
    throw problem('unsupported_grant_type', 'Unsupported grant type: `grant_type` is invalid')
  }
  if (!client.grants?.includes(grant)) {
    throw problem('unauthorized_client', 'Unauthorized client: `grant_type` is invalid')
  }
  return client.id
}

const revokeRoute = implement(revokeOAuthToken, async ({ ctx, viewer }) => {
  const success = await deleteToken(ctx.db, { id: viewer.tokenId, userId: viewer.userId })
  await forgetToken(ctx, viewer.tokenId)
  return { success }
})

export const tokenRoutes = [clientRoute, tokenRoute, revokeRoute]
