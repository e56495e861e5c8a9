import type { Context } from '#foundation/context.ts'
import { invalidParams } from '#foundation/http/problem.ts'
import { findPasswordFault } from './password-rules.ts'

/** The rules of new passwords that depend on settings (spec 01 §11). Throws 400; `url` is that of the request. */
export function requirePassword(ctx: Context, password: string, url: string): void {
  const fault = findPasswordFault(password, ctx.settings.current.user.password_constraints.min_length)
  if (fault) throw invalidParams([{ type: 'field', value: '', msg: fault, path: 'password', location: 'body' }], url)
}
