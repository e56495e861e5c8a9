import { hashPassword } from '#features/sessions/public.ts'
import { createUser } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'

export const userPassword = 'a good password'

/** One for all: hashing takes longer than all the rest. */
let hashed: Promise<string> | undefined

/** A user with a channel, who can sign in with `userPassword`. */
export async function addUser(
  ctx: Context,
  username: string,
  { role = 2 }: { role?: number } = {},
): Promise<{ userId: number; accountId: number; channelId: number }> {
  hashed ??= hashPassword(userPassword)
  const passwordHash = await hashed
  return ctx.db.transaction().execute((tx) =>
    createUser(ctx, tx, {
      username,
      email: `${username}@example.com`,
      passwordHash,
      role,
      emailVerified: true,
      videoQuota: -1,
      videoQuotaDaily: -1,
    }),
  )
}
