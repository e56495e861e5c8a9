import { readFileSync } from 'node:fs'
import type { Transporter } from 'nodemailer'
import type { Settings } from '../config/settings.ts'
import type { Mailer } from './mailer.ts'

type MailSettings = Pick<Settings, 'smtp' | 'instance' | 'email'>

/**
 * Mail through `smtp.*` (spec 02 §7, §12). The prefix of the subject and the signature are added here.
 * `send` throws when mail is off or the server refuses. Settings are asked at each mail.
 */
export function createMailer(settings: () => MailSettings): Mailer {
  // `smtp.*` cannot be changed at run time.
  const enabled = isMailEnabled(settings().smtp)
  const certificates = enabled ? readCertificates(settings().smtp) : undefined
  let opened: Promise<Transporter> | undefined
  return {
    enabled,
    async send({ to, subject, text, html, replyTo }) {
      if (!enabled) throw new Error('mail is not configured (smtp.*)')
      const { smtp, instance, email } = settings()
      const transport = await (opened ??= openTransport(smtp, certificates))
      const fill = (template: string) => template.replaceAll('{{instanceName}}', instance.name)
      const signature = fill(email.body.signature)
      await transport.sendMail({
        from: { name: instance.name, address: smtp.from_address },
        to,
        replyTo,
        subject: fill(email.subject.prefix) + subject,
        text: signature ? `${text}\n\n${signature}` : text,
        html,
      })
    },
    async close() {
      ;(await opened)?.close()
    },
  }
}

/** Whether a transport is configured (spec 02 §6.1, `email.enabled`). */
export function isMailEnabled(smtp: Settings['smtp']): boolean {
  if (smtp.transport === 'sendmail') return smtp.sendmail !== null
  return smtp.hostname !== null && smtp.port > 0
}

function readCertificates({ ca_file }: Settings['smtp']): Buffer[] | undefined {
  return ca_file ? [readFileSync(ca_file)] : undefined
}

/**
 * Asks the mail server whether it would take our mail: connects, greets and signs in. Throws what it says.
 * `timeout`: ms for each of these.
 */
export async function checkMailServer(smtp: Settings['smtp'], timeout: number): Promise<void> {
  const transport = await openTransport(smtp, readCertificates(smtp), timeout)
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

/** The library is loaded at the first mail: 3 MB that a server without mail does not need. */
async function openTransport(
  smtp: Settings['smtp'],
  certificates: Buffer[] | undefined,
  timeout?: number,
): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer')
  if (smtp.transport === 'sendmail') return nodemailer.createTransport({ sendmail: true, path: smtp.sendmail! })
  return nodemailer.createTransport({
    pool: true,
    host: smtp.hostname!,
    port: smtp.port,
    secure: smtp.tls,
    ignoreTLS: smtp.disable_starttls,
    ...(timeout !== undefined && { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout }),
    ...(certificates && { tls: { ca: certificates } }),
    ...(smtp.username && smtp.password && { auth: { user: smtp.username, pass: smtp.password } }),
  })
}
