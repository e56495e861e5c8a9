import { contactAdministrator } from '@sepiola/contract/operations/contact.ts'
import { sendMailLater } from '#features/mails/public.ts'
import { countAct } from '#foundation/db/counted-acts.sql.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { clientKey } from '#foundation/http/rate-limits.ts'

/** ms between two messages of one address, whatever node they reach (spec 02 §6.3, in test mode spec 11). */
const pause = 3_600_000
const pauseInTests = 1000

export const contactRoutes = [
  implement(contactAdministrator, async ({ ctx, body, request }) => {
    const { contact_form, admin } = ctx.settings.current
    if (!contact_form.enabled) throw problem(409, 'The contact form is switched off on this server.')
    if (!ctx.mail.enabled) throw problem(409, 'This server is not set up to send mails.')
    const limit = { max: 1, window: ctx.testMode ? pauseInTests : pause, now: ctx.clock.now() }
    await ctx.db.transaction().execute(async (tx) => {
      if (!(await countAct(tx, `contact:${clientKey(request.ip)}`, limit))) {
        throw problem(403, 'A message was sent from this address within the last hour.')
      }
      // Nobody has to give a subject, but the administrator's list of mails shows little else.
      const subject = body.subject?.trim() || body.fromName
      await sendMailLater(ctx, tx, {
        to: admin.email,
        template: 'contact-form',
        locale: null,
        data: { name: body.fromName, email: body.fromEmail, subject, body: body.body },
        replyTo: body.fromEmail,
      })
    })
  }),
]
