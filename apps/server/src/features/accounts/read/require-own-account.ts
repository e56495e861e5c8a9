import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import type { AccountRow } from './actor-json.sql.ts'
import { requireAccount } from './find-account.ts'

/** Oneself, or any account of this server for those who manage users (spec 04, rights recap). Throws 404, 403. */
export async function requireOwnAccount(ctx: Context, viewer: Viewer, handle: string): Promise<AccountRow> {
  const account = await requireAccount(ctx, handle)
  if (account.host !== null) throw problem(403, 'This account is not of this platform.')
  if (account.id !== viewer.accountId && !can(viewer, 'MANAGE_USERS')) {
    throw problem(403, `User ${viewer.username} cannot manage the account ${account.name}.`)
  }
  return account
}
