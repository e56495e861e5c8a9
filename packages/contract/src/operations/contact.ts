import { email, object, text } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'

export const contactAdministrator = operation({
  id: 'contactAdministrator',
  method: 'POST',
  path: '/api/v1/server/contact',
  tag: 'Contact',
  summary: 'Send a message to administrators',
  auth: 'none',
  rateLimit: 'api',
  body: () =>
    object({
      fromName: text(limits.contactName),
      fromEmail: email(),
      subject: text().optional(),
      body: text(limits.contactBody),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})
