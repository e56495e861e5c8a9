import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { AccountRow } from './actor-json.sql.ts'
import { findAccountByName } from './find-account.sql.ts'
import { resolveHandle } from './resolve-handle.ts'

export async function findAccountByHandle(
  ctx: Pick<Context, 'db' | 'origin'>,
  handle: string,
): Promise<AccountRow | undefined> {
  const resolved = resolveHandle(ctx.origin, handle)
  return resolved && findAccountByName(ctx.db, resolved.name, resolved.host)
}

/** Throws 404. */
export async function requireAccount(ctx: Pick<Context, 'db' | 'origin'>, handle: string): Promise<AccountRow> {
  const account = await findAccountByHandle(ctx, handle)
  if (!account) throw problem(404, 'Account not found')
  return account
}
