import { deleteUserTokens, forgetUser, hashPassword } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { userUpdated } from '../user-admin.events.ts'
import { updateUser, type UserChange } from './update-user.sql.ts'

/**
 * Saves what somebody else changes about a user; another password (plain here) or role ends all their sessions.
 * `byUserId` null: whoever sits at the machine. The caller has checked who asks and the rules of passwords.
 */
export async function saveUser(
  ctx: Context,
  user: { id: number; role?: number },
  { password, ...columns }: UserChange,
  byUserId: number | null,
): Promise<void> {
  const hash = password === undefined ? {} : { password: await hashPassword(password) }
  const endsSessions = password !== undefined || (columns.role !== undefined && columns.role !== user.role)
  await ctx.db.transaction().execute(async (tx) => {
    await updateUser(tx, user.id, { ...columns, ...hash }, ctx.clock.now())
    if (endsSessions) await deleteUserTokens(tx, user.id)
    await ctx.events.publish(tx, userUpdated, { userId: user.id, byUserId })
  })
  await forgetUser(ctx, user.id)
}
