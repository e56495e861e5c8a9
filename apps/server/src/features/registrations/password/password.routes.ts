import { postUsersAskResetPassword, postUsersByIdResetPassword } from '@sepiola/contract/operations/users.ts'
import { sendPasswordLink, takeAccountLink } from '#features/mails/public.ts'
import { hashPassword } from '#features/sessions/public.ts'
import { requireUser } from '#features/user-admin/public.ts'
import { findPasswordFaults } from '#features/users/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { mayMail } from '../may-mail.ts'
import { findUsersByAddress, setPassword, type UserOfAddress } from '../verify/user-address.sql.ts'

/** Of several who share an address ignoring case the one who writes it so, as when signing in (spec 01 §3.1). */
function chooseUser(users: readonly UserOfAddress[], email: string): UserOfAddress | undefined {
  const owners = users.filter((user) => user.email.toLowerCase() === email.toLowerCase())
  return owners.length === 1 ? owners[0] : owners.find((user) => user.email === email)
}

/** Says nothing about whether somebody has the address, but for accounts of plugins (spec 02 §3.4). */
const askRoute = implement(postUsersAskResetPassword, async ({ ctx, body }) => {
  const { email } = await ctx.hooks.filter('filter:api.users.ask-reset-password.body', body)
  const user = chooseUser(await findUsersByAddress(ctx.db, email), email)
  if (!user) return
  if (user.pluginAuth !== null) throw problem(409, 'The password of this account is managed by a plugin.')
  if (await mayMail(ctx, `reset-password:${user.id}`)) await sendPasswordLink(ctx, ctx.db, user)
})

const resetRoute = implement(
  postUsersByIdResetPassword,
  async ({ ctx, params, body }) => {
    const user = await requireUser(ctx, params.id)
    await ctx.db.transaction().execute(async (tx) => {
      const link = { purpose: 'reset-password', owner: { userId: user.id }, secret: body.verificationString } as const
      const sentTo = await takeAccountLink(ctx, tx, link)
      // A link to a former address is worth nothing.
      if (sentTo?.toLowerCase() !== user.email.toLowerCase()) throw problem(403, 'Invalid verification string.')
      // Not before: hashing is what a guess should not be able to cause.
      await setPassword(tx, user.id, await hashPassword(body.password), ctx.clock.now())
    })
    ctx.audit.update(user, 'users', user, { ...user, resetByMail: true })
  },
  { findFaults: ({ ctx, body }) => findPasswordFaults(ctx, body.password) },
)

export const passwordRoutes = [askRoute, resetRoute]
