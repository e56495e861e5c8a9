import type { Context } from '#foundation/context.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import type { LinkOwner } from '../links/account-link.ts'
import type { MailTemplate, MailTemplates } from '../mail-templates.ts'
import { emailJob } from './email.job.ts'

export interface MailRequest<T extends MailTemplate> {
  to: string
  template: T
  /** Of the recipient; null = that of the instance. */
  locale: string | null
  data: MailTemplates[T]
  replyTo?: string
  /** Whose secret link the mail carries, and its life in ms. */
  link?: { owner: LinkOwner; lifetime: number }
}

/** Adds an `email` job to the caller's transaction; nothing happens while mail is disabled (spec 02 §12). */
export async function sendMailLater<T extends MailTemplate>(
  ctx: Context,
  tx: Tx | Db,
  mail: MailRequest<T>,
): Promise<void> {
  if (!ctx.mail.enabled) return
  await ctx.jobs.add(tx, emailJob, { ...mail, data: { ...mail.data } }, ctx.testMode ? { attempts: 1 } : {})
}
