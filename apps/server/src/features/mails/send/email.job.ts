import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import type { Context } from '#foundation/context.ts'
import { translateText } from '#foundation/http/refusals/translate-refusal.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { createAccountLink, type LinkOwner } from '../links/account-link.ts'
import { mailLinks, mailPaths, type MailTemplate } from '../mail-templates.ts'
import { chooseTexts } from '../messages/choose-texts.ts'
import { en } from '../messages/en.ts'
import { renderMail, type MailParts } from '../render/render-mail.ts'

const minute = 60_000

const payload = define(() =>
  z.object({
    to: z.string(),
    replyTo: z.string().optional(),
    template: z.enum(Object.keys(en) as MailTemplate[]),
    /** Of the recipient; null = that of the instance. */
    locale: z.string().nullable(),
    data: z.record(z.string(), z.string().nullable()),
    /** Whose secret link the mail carries, and its life in ms. The secret itself is only in the mail. */
    link: z
      .object({
        owner: z.union([z.object({ userId: z.int() }), z.object({ registrationId: z.int() })]),
        lifetime: z.int(),
      })
      .optional(),
  }),
)

export type MailPayload = z.output<ReturnType<typeof payload>>

/** Sends one mail (spec 02 §10, §12). */
export const emailJob = defineJob<MailPayload>({
  type: 'email',
  payload,
  attempts: 5,
  concurrency: () => 5,
  timeout: () => 10 * minute,
  async run(ctx, { payload: mail }) {
    if (ctx.mail.enabled) await sendMail(ctx, mail)
  },
})

/** Rejects with what the mail server said. */
export async function sendMail(ctx: Context, mail: MailPayload): Promise<void> {
  const parts = await composeMail(ctx, mail)
  if (parts) await ctx.mail.send({ to: mail.to, ...parts, ...(mail.replyTo ? { replyTo: mail.replyTo } : {}) })
}

/** Undefined when the one whose link it would carry is gone. */
async function composeMail(ctx: Context, mail: MailPayload): Promise<MailParts | undefined> {
  const { instance, email } = ctx.settings.current
  const url = mail.link ? await linkOf(ctx, mail, mail.link) : ctx.origin.url + (mailPaths[mail.template] ?? '')
  if (url === undefined) return undefined
  const { language, texts } = chooseTexts(mail.locale, instance.default_language)
  const { error } = mail.data
  return renderMail(texts[mail.template], {
    values: { ...mail.data, ...(error && { error: translateText(error, language) }), instanceName: instance.name, url },
    language,
    signature: email.body.signature.replaceAll('{{instanceName}}', instance.name),
  })
}

function linkOf(
  ctx: Context,
  mail: MailPayload,
  link: { owner: LinkOwner; lifetime: number },
): Promise<string | undefined> {
  const purpose = mailLinks[mail.template]
  if (!purpose) throw new Error(`Mails ${mail.template} carry no link`)
  return createAccountLink(ctx, { purpose, email: mail.to, ...link })
}
