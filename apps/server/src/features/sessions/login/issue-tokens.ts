import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { generateToken, hashToken } from '../tokens/token-format.ts'
import { insertToken, type NewToken } from '../tokens/token.sql.ts'

export interface IssuedTokens {
  token_type: 'Bearer'
  access_token: string
  refresh_token: string
  /** Seconds. */
  expires_in: number
  refresh_token_expires_in: number
}

type Session = Pick<NewToken, 'userId' | 'oAuthClientId' | 'authName' | 'loginDevice' | 'loginIP' | 'loginDate'>

/** A new session: the pair leaves the server in the answer, only hashes stay. */
export async function issueTokens(ctx: Context, tx: Tx, session: Session): Promise<IssuedTokens> {
  const { access_token: accessLife, refresh_token: refreshLife } = ctx.settings.current.oauth2.token_lifetime
  const now = ctx.clock.now()
  const accessToken = generateToken()
  const refreshToken = generateToken()
  await insertToken(tx, {
    ...session,
    accessToken: hashToken(accessToken),
    accessTokenExpiresAt: new Date(now.getTime() + accessLife),
    refreshToken: hashToken(refreshToken),
    refreshTokenExpiresAt: new Date(now.getTime() + refreshLife),
    now,
  })
  return {
    token_type: 'Bearer',
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: Math.floor(accessLife / 1000),
    refresh_token_expires_in: Math.floor(refreshLife / 1000),
  }
}
