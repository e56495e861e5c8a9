import { deleteUserTokens, forgetUser, hashPassword } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { updateUser } from './update-user.sql.ts'

/** Another password; all sessions of the user end. The caller has checked the rules of passwords. */
export async function changePassword(ctx: Context, userId: number, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await ctx.db.transaction().execute(async (tx) => {
    await updateUser(tx, userId, { password: hash }, ctx.clock.now())
    await deleteUserTokens(tx, userId)
  })
  await forgetUser(ctx, userId)
}
