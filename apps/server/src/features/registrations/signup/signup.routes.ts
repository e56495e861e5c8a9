import type { FastifyReply, FastifyRequest } from 'fastify'
import { registrationStateLabels, RegistrationState } from '@sepiola/contract/enums.ts'
import { registerUser, requestRegistration } from '@sepiola/contract/operations/register.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import { isSignupOpen } from '#features/instance/public.ts'
import { sendVerifyLink, sendVerifyRequestLink } from '#features/mails/public.ts'
import { hashPassword } from '#features/sessions/public.ts'
import { createUser, findPasswordFaults } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { insertRegistration } from '../registration.sql.ts'
import { registrationView } from '../registration.view.ts'
import { registrationRequested, userRegistered } from '../registrations.events.ts'
import { requestTaken, requireFreeNames, userTaken, type SignupBody } from './require-free-names.ts'
import { decisionOf, passSignupGate } from './signup-gate.ts'
import { countUsers, lockSignups } from './signup.sql.ts'

interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
}

/** False: a link is on its way; null: nobody asks. */
function startOfVerification(ctx: Context): false | null {
  return ctx.settings.current.signup.requires_email_verification ? false : null
}

/** Makes the account at once. Throws 400, 403, 409. */
async function registerDirectly(ctx: Context, body: SignupBody, { request, reply }: Exchange) {
  await requireFreeNames(ctx, body, 'direct-registration', request.url)
  const passwordHash = await hashPassword(body.password)
  const { username, email, displayName, channel } = body
  const emailVerified = startOfVerification(ctx)
  let created
  try {
    created = await ctx.db.transaction().execute(async (tx) => {
      await lockSignups(tx)
      if (!isSignupOpen(ctx.settings.current.signup, await countUsers(tx))) {
        throw problem(403, 'This server has as many users as it may.')
      }
      const user = await createUser(ctx, tx, {
        username,
        email,
        passwordHash,
        role: UserRole.USER,
        emailVerified,
        ...(displayName == null ? {} : { displayName }),
        ...(channel?.name && channel.displayName
          ? { channel: { name: channel.name, displayName: channel.displayName } }
          : {}),
      })
      if (emailVerified === false) await sendVerifyLink(ctx, tx, { id: user.userId, username, email, language: null })
      const { userId, accountId, channelId } = user
      await ctx.events.publish(tx, userRegistered, { userId, accountId, channelId })
      return user
    })
  } catch (error) {
    // Two signups with one name at the same time.
    if (isUniqueViolation(error)) throw userTaken()
    throw error
  }
  ctx.audit.create({ username }, 'users', { id: created.userId, username, email, role: UserRole.USER })
  await ctx.hooks.action('action:api.user.registered', {
    body,
    user: { id: created.userId, username, email },
    account: { id: created.accountId },
    videoChannel: { id: created.channelId, name: created.channelName },
    req: request,
    res: reply,
  })
  const id = RegistrationState.ACCEPTED
  return { state: { id, label: registrationStateLabels[id] } }
}

/** Leaves the decision to a moderator. Throws 400, 409. */
async function requestAccount(
  ctx: Context,
  body: SignupBody,
  registrationReason: string,
  { request, reply }: Exchange,
) {
  await requireFreeNames(ctx, body, 'request-registration', request.url)
  const password = await hashPassword(body.password)
  const emailVerified = startOfVerification(ctx)
  let registration
  try {
    registration = await ctx.db.transaction().execute(async (tx) => {
      const row = await insertRegistration(tx, {
        registrationReason,
        password,
        username: body.username,
        email: body.email,
        emailVerified,
        accountDisplayName: body.displayName ?? null,
        channelHandle: body.channel?.name ?? null,
        channelDisplayName: body.channel?.displayName ?? null,
        now: ctx.clock.now(),
      })
      if (emailVerified === false) await sendVerifyRequestLink(ctx, tx, row)
      await ctx.events.publish(tx, registrationRequested, { registrationId: row.id })
      return row
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw requestTaken()
    throw error
  }
  const view = registrationView(registration)
  await ctx.hooks.action('action:api.user.requested-registration', {
    body,
    registration: view,
    req: request,
    res: reply,
  })
  return view
}

const registerRoute = implement(
  registerUser,
  async ({ ctx, body, request, reply }) => {
    const { mode, registrationReason } = decisionOf(request)
    return mode === 'direct-registration'
      ? registerDirectly(ctx, body, { request, reply })
      : requestAccount(ctx, body, registrationReason!, { request, reply })
  },
  {
    beforeFields: ({ ctx, request, body }) => passSignupGate(ctx, request, body),
    findFaults: ({ ctx, body }) => findPasswordFaults(ctx, body.password),
  },
)

const requestRoute = implement(
  requestRegistration,
  async ({ ctx, body, request, reply }) => {
    if (!ctx.settings.current.signup.requires_approval) {
      throw problem(400, 'This server does not ask for an approval: sign up directly.')
    }
    return requestAccount(ctx, body, body.registrationReason, { request, reply })
  },
  {
    beforeFields: ({ ctx, request, body }) => passSignupGate(ctx, request, body, 'request-registration'),
    findFaults: ({ ctx, body }) => findPasswordFaults(ctx, body.password),
  },
)

export const signupRoutes = [registerRoute, requestRoute]
