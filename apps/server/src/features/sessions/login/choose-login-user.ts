import type { LoginUser } from './login.sql.ts'

/**
 * The one user that a name or address means (spec 01 §3.1): when several share an address ignoring case, the one who
 * writes it exactly so; nobody when that is not clear. Accounts of plugins sign in through their plugin.
 */
export function chooseLoginUser(
  candidates: readonly LoginUser[],
  usernameOrEmail: string,
  rootIsOff: boolean,
): LoginUser | undefined {
  const exact = candidates.find((user) => user.email === usernameOrEmail)
  const user = candidates.length === 1 ? candidates[0] : exact
  if (!user || user.pluginAuth !== null) return undefined
  return user.username === 'root' && rootIsOff ? undefined : user
}
