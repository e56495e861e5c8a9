import type { Context } from '#foundation/context.ts'
import type { MailTemplate } from '../mail-templates.ts'
import { sendMail } from './email.job.ts'
import type { MailRequest } from './send-mail-later.ts'

/**
 * Sends a mail while the caller waits, for who wants to see whether it works; everything else is sent later. Rejects
 * with what the mail server said.
 */
export async function sendMailNow<T extends MailTemplate>(ctx: Context, mail: MailRequest<T>): Promise<void> {
  await sendMail(ctx, { ...mail, data: { ...mail.data } })
}
