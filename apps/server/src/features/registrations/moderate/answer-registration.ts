import { RegistrationState } from '@sepiola/contract/enums.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import { isLocalNameTaken } from '#features/accounts/public.ts'
import { sendMailLater } from '#features/mails/public.ts'
import { createUser, isUserTaken } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { answerRegistration, lockRegistration, type RegistrationRow } from '../registration.sql.ts'
import { registrationProcessed } from '../registrations.events.ts'
import { nameTaken, userTaken } from '../signup/require-free-names.ts'

export interface Answer {
  accepted: boolean
  moderationResponse: string
  preventEmailDelivery?: boolean | undefined
}

/** Accepts (making the account) or rejects a signup request (spec 02 §3.2). Throws 404, 409. */
export async function answerRequest(ctx: Context, viewer: Viewer, id: number, answer: Answer): Promise<void> {
  let answered: { registration: RegistrationRow; userId: number | null }
  try {
    answered = await ctx.db.transaction().execute(async (tx) => {
      const registration = await lockRegistration(tx, id)
      if (!registration) throw problem(404, 'Registration not found')
      if (registration.state !== RegistrationState.PENDING)
        throw problem(409, 'This registration is already processed.')
      const userId = answer.accepted ? await createRequestedUser(ctx, tx, registration) : null
      await answerRegistration(tx, id, {
        state: answer.accepted ? RegistrationState.ACCEPTED : RegistrationState.REJECTED,
        moderationResponse: answer.moderationResponse,
        userId,
        now: ctx.clock.now(),
      })
      if (!answer.preventEmailDelivery) {
        await sendMailLater(ctx, tx, {
          to: registration.email,
          template: answer.accepted ? 'request-accepted' : 'request-rejected',
          locale: null,
          data: { username: registration.username, response: answer.moderationResponse },
        })
      }
      await ctx.events.publish(tx, registrationProcessed, { registrationId: id, userId, byUserId: viewer.userId })
      return { registration, userId }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw userTaken()
    throw error
  }
  recordAnswer(ctx, viewer, answered, answer)
}

function recordAnswer(
  ctx: Context,
  viewer: Viewer,
  { registration, userId }: { registration: RegistrationRow; userId: number | null },
  { accepted, moderationResponse }: Answer,
): void {
  const { username, email } = registration
  const asked = auditedRegistration(registration)
  const state = accepted ? RegistrationState.ACCEPTED : RegistrationState.REJECTED
  const answered = { registration: { ...asked.registration, state, moderationResponse } }
  if (userId === null) ctx.audit.update(viewer, 'users', asked, answered)
  else ctx.audit.create(viewer, 'users', { id: userId, username, email, role: UserRole.USER, ...answered })
}

/** A request as the audit log tells it. */
export function auditedRegistration({ id, username, email, state }: RegistrationRow) {
  return { registration: { id, username, email, state } }
}

/** Names may have been taken since the request was made. */
async function createRequestedUser(ctx: Context, tx: Tx, registration: RegistrationRow): Promise<number> {
  const { username, email, accountDisplayName, channelHandle, channelDisplayName } = registration
  if (await isUserTaken(tx, username, email)) throw userTaken()
  for (const name of [username, channelHandle]) {
    if (name !== null && (await isLocalNameTaken(tx, name))) throw nameTaken(name)
  }
  const { userId } = await createUser(ctx, tx, {
    username,
    email,
    passwordHash: registration.password,
    role: UserRole.USER,
    emailVerified: registration.emailVerified,
    ...(accountDisplayName === null ? {} : { displayName: accountDisplayName }),
    ...(channelHandle === null
      ? {}
      : { channel: { name: channelHandle, displayName: channelDisplayName ?? channelHandle } }),
  })
  return userId
}
