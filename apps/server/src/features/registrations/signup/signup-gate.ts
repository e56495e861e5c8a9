import type { FastifyRequest } from 'fastify'
import { isSignupAddressAllowed, isSignupOpen } from '#features/instance/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { countUsers } from './signup.sql.ts'

export type SignupMode = 'direct-registration' | 'request-registration'

export interface SignupDecision {
  mode: SignupMode
  registrationReason: string | undefined
}

/** Taken before the fields are checked, used after. */
const decisions = new WeakMap<FastifyRequest, SignupDecision>()

export function decisionOf(request: FastifyRequest): SignupDecision {
  const decision = decisions.get(request)
  if (!decision) throw new Error('The gate of signups was not passed')
  return decision
}

/**
 * Who may sign up at all; runs before the fields are checked (spec 02 §3.1). Without a `mode` the setting and plugins
 * decide it; a person who gives no reason asks for a direct registration. Throws 403.
 */
export async function passSignupGate(
  ctx: Context,
  request: FastifyRequest,
  sent: unknown,
  mode?: SignupMode,
): Promise<void> {
  const { signup } = ctx.settings.current
  const body = (typeof sent === 'object' && sent ? sent : {}) as Record<string, unknown>
  if (!signup.enabled) throw problem(403, 'Signing up is closed.')

  const decision = mode
    ? { mode, registrationReason: textOf(body.registrationReason) }
    : await decide(ctx, request, body)
  if (!mode && decision.mode === 'request-registration' && decision.registrationReason === undefined) {
    throw problem(403, 'Signing up needs the approval of a moderator: send a request.')
  }
  if (!isSignupOpen(signup, await countUsers(ctx.db))) throw problem(403, 'This server has as many users as it may.')
  if (!isSignupAddressAllowed(signup.filters.cidr, request.ip)) {
    throw problem(403, 'You are not on a network authorized for registration.')
  }
  await askPlugins(ctx, request, body, decision.mode)
  decisions.set(request, decision)
}

async function decide(ctx: Context, request: FastifyRequest, body: Record<string, unknown>): Promise<SignupDecision> {
  const { username, email } = body
  const registrationReason = textOf(body.registrationReason)
  const result = await ctx.hooks.filter(
    'filter:api.user.signup.requires-approval.result',
    { requiresApproval: ctx.settings.current.signup.requires_approval, registrationReason },
    { body: { username, email, registrationReason }, headers: request.headers, ip: request.ip },
  )
  return {
    mode: result.requiresApproval ? 'request-registration' : 'direct-registration',
    registrationReason: result.registrationReason,
  }
}

async function askPlugins(ctx: Context, request: FastifyRequest, body: object, signupMode: SignupMode): Promise<void> {
  const name =
    signupMode === 'direct-registration'
      ? 'filter:api.user.signup.allowed.result'
      : 'filter:api.user.request-signup.allowed.result'
  const open: { allowed: boolean; errorMessage?: string } = { allowed: true }
  const result = await ctx.hooks.filter(name, open, { body, ip: request.ip, signupMode })
  if (!result.allowed) throw problem(403, result.errorMessage ?? 'User registration is not allowed.')
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
