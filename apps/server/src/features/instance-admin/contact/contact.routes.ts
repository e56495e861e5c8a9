import { LRUCache } from 'lru-cache'
import { contactAdministrator } from '@sepiola/contract/operations/contact.ts'
import { sendMailLater } from '#features/mails/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'

/** ms between two messages of one address (spec 02 §6.3, in test mode spec 11). */
const pause = 3_600_000
const pauseInTests = 1000

/** When each address last wrote, ms since 1970; of one node. */
const lastMessages = new WeakMap<object, LRUCache<string, number>>()

function lastMessagesOf(node: object): LRUCache<string, number> {
  let known = lastMessages.get(node)
  if (!known) lastMessages.set(node, (known = new LRUCache({ max: 20_000 })))
  return known
}

export const contactRoutes = [
  implement(contactAdministrator, async ({ ctx, body, request }) => {
    const { contact_form, admin } = ctx.settings.current
    if (!contact_form.enabled) throw problem(409, 'The contact form is switched off on this server.')
    if (!ctx.mail.enabled) throw problem(409, 'This server is not set up to send mails.')
    const known = lastMessagesOf(ctx.db)
    const now = ctx.clock.now().getTime()
    const last = known.get(request.ip)
    if (last !== undefined && now - last < (ctx.testMode ? pauseInTests : pause)) {
      throw problem(403, 'A message was sent from this address within the last hour.')
    }
    // Before anything is awaited, so that two messages at the same time are one.
    known.set(request.ip, now)
    try {
      await sendMailLater(ctx, ctx.db, {
        to: admin.email,
        template: 'contact-form',
        locale: null,
        data: { name: body.fromName, email: body.fromEmail, subject: body.subject ?? '', body: body.body },
        replyTo: body.fromEmail,
      })
    } catch (error) {
      known.delete(request.ip)
      throw error
    }
  }),
]
