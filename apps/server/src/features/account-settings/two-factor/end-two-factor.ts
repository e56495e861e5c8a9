import type { Context } from '#foundation/context.ts'
import { setOtpSecret } from './two-factor.sql.ts'

/** Signing in asks for the password only. */
export async function endTwoFactor(ctx: Context, userId: number): Promise<void> {
  await setOtpSecret(ctx.db, userId, null, ctx.clock.now())
}
