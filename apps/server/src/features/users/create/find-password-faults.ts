import type { Context } from '#foundation/context.ts'
import type { InvalidParam } from '#foundation/http/problem.ts'
import { findPasswordFault } from './password-rules.ts'

/** What settings have against a new password as it was sent (spec 01 §11); what is no text is the contract's to refuse. */
export function findPasswordFaults(ctx: Context, password: unknown): InvalidParam[] {
  if (typeof password !== 'string') return []
  const msg = findPasswordFault(password, ctx.settings.current.user.password_constraints.min_length)
  return msg === undefined ? [] : [{ type: 'field', value: '', msg, path: 'password', location: 'body' }]
}
