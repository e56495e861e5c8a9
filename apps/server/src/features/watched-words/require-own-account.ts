import { requireAccount, type AccountRow } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'

/** A local account whose word lists and tags the viewer may see and change. Throws 404, 403 (spec 04 §10). */
export async function requireOwnAccount(ctx: Context, viewer: Viewer, handle: string): Promise<AccountRow> {
  const account = await requireAccount(ctx, handle)
  if (account.host !== null) throw problem(403, 'This account is not of this platform.')
  if (account.id !== viewer.accountId && !can(viewer, 'MANAGE_USERS')) {
    throw problem(403, `User ${viewer.username} cannot manage the account ${account.name}.`)
  }
  return account
}
