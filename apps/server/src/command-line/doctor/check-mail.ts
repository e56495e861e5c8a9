import type { Settings } from '#foundation/config/settings.ts'
import { checkMailServer, createMailer, isMailEnabled } from '#foundation/mail/create-mailer.ts'
import { broken, good, warning, type Finding } from './finding.ts'

/** ms */
const patience = 10_000

/** `sendTo`: a mail really goes there. */
export async function checkMail(settings: Settings, sendTo: string | undefined): Promise<Finding[]> {
  const { smtp } = settings
  if (!isMailEnabled(smtp)) {
    const advice = 'Set smtp.* so that people can reset passwords and confirm addresses.'
    if (sendTo) return [broken('mail', 'no mail server is set', advice)]
    return [warning('mail', 'no mail server is set', advice)]
  }
  const server = smtp.transport === 'sendmail' ? smtp.sendmail! : `${smtp.hostname}:${smtp.port}`
  try {
    await checkMailServer(smtp, patience)
  } catch (error) {
    return [broken('mail', `${server}: ${(error as Error).message}`, adviseOn(error as NodeJS.ErrnoException, smtp))]
  }
  const findings = [good('mail', `${server} takes mail${smtp.username ? ` of ${smtp.username}` : ''}`)]
  if (sendTo) findings.push(await sendTestMail(settings, sendTo))
  return findings
}

async function sendTestMail(settings: Settings, to: string): Promise<Finding> {
  const mailer = createMailer(() => settings)
  try {
    const text = `This mail of ${settings.instance.name} was sent by \`sepiola doctor\`: mail works.`
    await mailer.send({ to, subject: 'Mail works', text, html: `<p>${text.replaceAll('`', '')}</p>` })
    return good('test mail', `the server took one for ${to}; look whether it arrives`)
  } catch (error) {
    const advice = 'The mail server refuses this sender or recipient: see smtp.from_address.'
    return broken('test mail', (error as Error).message, advice)
  } finally {
    await mailer.close()
  }
}

function adviseOn({ code, message }: NodeJS.ErrnoException, smtp: Settings['smtp']): string {
  if (code === 'EAUTH') return 'The mail server refuses smtp.username and smtp.password.'
  if (/wrong version number|SSL routines/i.test(message)) {
    return 'This port speaks no TLS at once: smtp.tls is for port 465, false for 587 and 25.'
  }
  if (smtp.tls && smtp.port !== 465)
    return `smtp.tls is true with port ${smtp.port}: usual are 465 with it, 587 without.`
  return 'Look at smtp.hostname, smtp.port and smtp.tls, and whether a firewall lets this machine send mail.'
}
