import type { FastifyRequest } from 'fastify'
import { isPasswordMatch, sessionMemory } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import { clientKey } from '#foundation/http/rate-limits.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { findCredentials } from './settings.sql.ts'

/**
 * Whoever has a session must also know the password to change what it protects. Guessing is slowed down as when
 * signing in. Throws 400 (none given), 429, `current_password_is_invalid` with the given status.
 */
export async function requireCurrentPassword(
  ctx: Context,
  viewer: Viewer,
  given: unknown,
  { request, status }: { request: FastifyRequest; status: 401 | 403 },
): Promise<void> {
  if (typeof given !== 'string' || given === '') throw problem(400, 'currentPassword parameter is missing.')
  const { throttle } = sessionMemory(ctx)
  const now = ctx.clock.now().getTime()
  const address = clientKey(request.ip)
  const wait = throttle.waitFor(viewer.username, address, now)
  if (wait > 0) {
    const headers = { 'retry-after': String(Math.ceil(wait / 1000)) }
    throw new Problem(429, 'Too many requests, please try again later.', { plain: true, headers })
  }
  const credentials = await findCredentials(ctx.db, viewer.userId)
  if (await isPasswordMatch(given, credentials?.password)) return
  throttle.fail(viewer.username, address, now)
  throw problem('current_password_is_invalid', 'currentPassword is invalid.', { status })
}
