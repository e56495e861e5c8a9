import { hasRight, UserRole, type UserRight } from '@sepiola/contract/rights.ts'
import { sendMailLater, type MailTemplates } from '#features/mails/public.ts'
import type { Context } from '#foundation/context.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { findRegistration } from '../registration.sql.ts'
import { registrationRequested, userRegistered } from '../registrations.events.ts'
import { findModeratorsToMail, findUsername } from './moderators.sql.ts'

type News = 'user-registered' | 'registration-requested'

/** Mails all who hold a right and want such mails (spec 02 §12), at once or not at all. */
async function tellModerators<T extends News>(ctx: Context, right: UserRight, template: T, data: MailTemplates[T]) {
  if (!ctx.mail.enabled) return
  const roles = Object.values(UserRole).filter((role) => hasRight(role, right))
  const verified = ctx.settings.current.signup.requires_email_verification
  await ctx.db.transaction().execute(async (tx) => {
    for (const { email, language } of await findModeratorsToMail(tx, { roles, verified })) {
      await sendMailLater(ctx, tx, { to: email, template, locale: language, data })
    }
  })
}

export const moderatorSubscriptions = [
  subscribe(userRegistered, 'registrations/tell-of-user', async (ctx, { userId }) => {
    const username = await findUsername(ctx.db, userId)
    if (username) await tellModerators(ctx, 'MANAGE_USERS', 'user-registered', { username })
  }),
  subscribe(registrationRequested, 'registrations/tell-of-request', async (ctx, { registrationId }) => {
    const request = await findRegistration(ctx.db, registrationId)
    if (!request) return
    const { username, registrationReason: reason } = request
    await tellModerators(ctx, 'MANAGE_REGISTRATIONS', 'registration-requested', { username, reason })
  }),
]
