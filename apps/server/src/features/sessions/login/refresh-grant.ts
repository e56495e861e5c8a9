import type { Context } from '#foundation/context.ts'
import { problem, type Problem } from '#foundation/http/problem.ts'
import { forgetToken } from '../tokens/session-memory.ts'
import { storedForms } from '../tokens/token-format.ts'
import { takeRefreshToken } from '../tokens/token.sql.ts'
import { issueTokens, type IssuedTokens } from './issue-tokens.ts'
import { findLoginUserById } from './login.sql.ts'

/** A new pair for an old one, which ends; device, address and date of the login stay (spec 01 §3.1). */
export async function refreshGrant(
  ctx: Context,
  grant: { oAuthClientId: number; refreshToken: string },
): Promise<IssuedTokens> {
  const forms = storedForms(grant.refreshToken)
  if (!forms) throw invalidRefreshToken()
  const { tokens, oldId } = await ctx.db.transaction().execute(async (tx) => {
    const old = await takeRefreshToken(tx, forms, grant.oAuthClientId)
    if (!old || old.refreshTokenExpiresAt.getTime() <= ctx.clock.now().getTime()) throw invalidRefreshToken()
    const user = await findLoginUserById(tx, old.userId)
    const rootIsOff = user?.username === 'root' && ctx.settings.current.user.disable_root_auth
    if (!user || user.blocked || rootIsOff) throw invalidRefreshToken()
    const { userId, authName, loginDevice, loginIP, loginDate } = old
    const session = { userId, oAuthClientId: grant.oAuthClientId, authName, loginDevice, loginIP, loginDate }
    return { tokens: await issueTokens(ctx, tx, session), oldId: old.id }
  })
  await forgetToken(ctx, oldId)
  return tokens
}

function invalidRefreshToken(): Problem {
  return problem('invalid_grant', 'Invalid grant: refresh token is invalid')
}
