import { findAccountByHandle, type AccountRow } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'

/** A local account other than the owner. Throws 400. */
export async function requireNextOwner(ctx: Context, username: string, ownerAccountId: number): Promise<AccountRow> {
  const account = await findAccountByHandle(ctx, username)
  if (!account || account.host !== null || account.userId === null) {
    throw problem(400, 'There is no local account of this name.')
  }
  if (account.id === ownerAccountId) throw problem(400, 'This account is the owner already.')
  return account
}

/** Of an activity: whom the request is for. */
export function targetAccount(account: AccountRow | undefined) {
  if (!account) return {}
  const { name: username, displayName, url } = account
  return { targetAccount: { username, displayName, url } }
}
