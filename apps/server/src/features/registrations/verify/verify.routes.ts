import { resendEmailToVerifyRegistration, verifyRegistrationEmail } from '@sepiola/contract/operations/register.ts'
import { resendEmailToVerifyUser, verifyUser } from '@sepiola/contract/operations/users.ts'
import {
  sendVerifyChangedLink,
  sendVerifyLink,
  sendVerifyRequestLink,
  takeAccountLink,
} from '#features/mails/public.ts'
import { forgetUser } from '#features/sessions/public.ts'
import { isEmailTakenByOther, requireUser } from '#features/user-admin/public.ts'
import type { Context } from '#foundation/context.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { mayMail } from '../may-mail.ts'
import { findPendingByEmail, findRegistration, setRegistrationVerified } from '../registration.sql.ts'
import { findUsersByAddress, setAddressVerified, usePendingAddress } from './user-address.sql.ts'

const isSame = (one: string, other: string | null) => one.toLowerCase() === other?.toLowerCase()

async function filterBody(ctx: Context, body: { email: string }): Promise<{ email: string }> {
  return ctx.hooks.filter('filter:api.email-verification.ask-send-verify-email.body', body)
}

/** Says nothing about whether somebody has the address, but for accounts of plugins (spec 02 §3.3). */
const resendRoute = implement(resendEmailToVerifyUser, async ({ ctx, body }) => {
  const { email } = await filterBody(ctx, body)
  const [user, ...others] = await findUsersByAddress(ctx.db, email)
  if (!user || others.length > 0) return
  if (user.pluginAuth !== null) throw problem(409, 'The address of this account is managed by a plugin.')
  if (!(await mayMail(ctx, `verify-email:${user.id}`))) return
  if (isSame(email, user.email)) await sendVerifyLink(ctx, ctx.db, user)
  else await sendVerifyChangedLink(ctx, ctx.db, { ...user, pendingEmail: user.pendingEmail! })
})

const resendRequestRoute = implement(resendEmailToVerifyRegistration, async ({ ctx, body }) => {
  const { email } = await filterBody(ctx, body)
  const [registration, ...others] = await findPendingByEmail(ctx.db, email)
  if (!registration || others.length > 0) return
  if (await mayMail(ctx, `verify-registration:${registration.id}`)) {
    await sendVerifyRequestLink(ctx, ctx.db, registration)
  }
})

/** The link must have been sent to the address that it is to prove. */
const verifyRoute = implement(verifyUser, async ({ ctx, params, body }) => {
  const user = await requireUser(ctx, params.id)
  const purpose = body.isPendingEmail ? 'verify-pending-email' : 'verify-email'
  const address = body.isPendingEmail ? user.pendingEmail : user.email
  try {
    await ctx.db.transaction().execute(async (tx) => {
      const link = { purpose, owner: { userId: user.id }, secret: body.verificationString } as const
      const sentTo = await takeAccountLink(ctx, tx, link)
      if (sentTo === undefined || !isSame(sentTo, address)) throw invalidLink()
      if (!body.isPendingEmail) return setAddressVerified(tx, user.id, ctx.clock.now())
      if (await isEmailTakenByOther(tx, sentTo, user.id)) throw emailTaken()
      await usePendingAddress(tx, user.id, ctx.clock.now())
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw emailTaken()
    throw error
  }
  await forgetUser(ctx, user.id)
  const proven = body.isPendingEmail ? { email: address, pendingEmail: null } : {}
  ctx.audit.update(user, 'users', user, { ...user, ...proven, emailVerified: true })
})

const verifyRequestRoute = implement(verifyRegistrationEmail, async ({ ctx, params, body }) => {
  const registration = await findRegistration(ctx.db, params.registrationId)
  if (!registration) throw problem(404, 'Registration not found')
  const { id, email, userId } = registration
  await ctx.db.transaction().execute(async (tx) => {
    const owner = { registrationId: id }
    const secret = body.verificationString
    const sentTo = await takeAccountLink(ctx, tx, { purpose: 'verify-registration', owner, secret })
    if (sentTo === undefined || !isSame(sentTo, email)) throw invalidLink()
    await setRegistrationVerified(tx, id, ctx.clock.now())
    // Accepted before the link was followed.
    const user = userId === null ? undefined : await requireUser(ctx, userId)
    if (user && isSame(sentTo, user.email)) await setAddressVerified(tx, user.id, ctx.clock.now())
  })
})

function invalidLink() {
  return problem(403, 'Invalid verification string.')
}

function emailTaken() {
  return problem(409, 'User with this email already exists.')
}

export const verifyRoutes = [resendRoute, resendRequestRoute, verifyRoute, verifyRequestRoute]
