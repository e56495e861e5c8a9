import type { FastifyRequest } from 'fastify'
import type { Context } from '#foundation/context.ts'
import { isForm } from '#foundation/http/parse-body.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { sessionMemory } from './tokens/session-memory.ts'
import { storedForms } from './tokens/token-format.ts'
import { findViewerByToken } from './tokens/token.sql.ts'

/** The longest device name that is kept. */
export const maxDeviceLength = 500

export function deviceOf(request: FastifyRequest): string | null {
  return request.headers['user-agent']?.slice(0, maxDeviceLength) ?? null
}

/**
 * Who asks (spec 01 §3.2). Undefined without a token; throws `invalid_request` for a malformed one and `invalid_token`
 * for one that is unknown, expired or of an account that may not sign in.
 */
export async function authenticate(ctx: Context, request: FastifyRequest): Promise<Viewer | undefined> {
  const token = readAccessToken(request)
  if (token === undefined) return undefined
  const viewer = await findViewer(ctx, token)
  sessionMemory(ctx).noteActivity({
    tokenId: viewer.tokenId,
    ip: request.ip,
    device: deviceOf(request),
    date: ctx.clock.now(),
  })
  return viewer
}

/** Also for tokens that do not come with a request's header (Socket.IO). Throws `invalid_token`. */
export async function findViewer(ctx: Context, token: string): Promise<Viewer> {
  const forms = storedForms(token)
  const found = forms && (await sessionMemory(ctx).tokens.get(forms[0], () => findViewerByToken(ctx.db, forms)))
  if (!found) throw problem('invalid_token', 'Invalid token: access token is invalid')
  if (found.expiresAt.getTime() <= ctx.clock.now().getTime()) {
    throw problem('invalid_token', 'Invalid token: access token has expired')
  }
  const rootIsOff = found.viewer.username === 'root' && ctx.settings.current.user.disable_root_auth
  if (found.blocked || rootIsOff) throw problem('invalid_token', 'Invalid token: the account may not sign in')
  return found.viewer
}

/** The one place of a request that holds a token. */
export function readAccessToken(
  request: Pick<FastifyRequest, 'headers' | 'query' | 'body' | 'method'>,
): string | undefined {
  const { authorization } = request.headers
  const inQuery = (request.query as Record<string, unknown> | undefined)?.access_token
  if (inQuery !== undefined) {
    throw problem('invalid_request', 'Invalid request: do not send bearer tokens in query URLs')
  }
  const inBody = readBodyToken(request)
  if (authorization === undefined) return inBody
  if (inBody !== undefined) {
    throw problem('invalid_request', 'Invalid request: only one authentication method is allowed')
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (!token) throw problem('invalid_request', 'Invalid request: malformed authorization header')
  return token
}

function readBodyToken(request: Pick<FastifyRequest, 'headers' | 'body' | 'method'>): string | undefined {
  if (!isForm(request) || request.method === 'GET' || request.method === 'HEAD') return undefined
  const token = (request.body as Record<string, unknown> | undefined)?.access_token
  return typeof token === 'string' ? token : undefined
}
