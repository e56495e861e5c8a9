import type { FastifyRequest } from 'fastify'
import { countFailure, findPauses, isPasswordMatch, tooManyAttempts } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
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
  const attempt = { account: viewer.username, ip: request.ip }
  const { login: pause } = await findPauses(ctx, attempt)
  if (pause > 0) throw tooManyAttempts(pause)
  const credentials = await findCredentials(ctx.db, viewer.userId)
  if (await isPasswordMatch(given, credentials?.password)) return
  await countFailure(ctx, attempt)
  throw problem('current_password_is_invalid', 'currentPassword is invalid.', { status })
}
