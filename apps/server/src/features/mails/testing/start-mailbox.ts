import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  /** Settings of a server that sends its mails here. */
  settings: { smtp: { hostname: string; port: number } }
  /** Everything that arrived, oldest first. */
  received: Email[]
  /** Waits up to 10 s for the n-th mail (from 1) to an address. */
  mailTo(address: string, n?: number): Promise<Email>
  /** User or registration id and secret of the link in the n-th mail to an address. */
  linkTo(address: string, n?: number): Promise<{ url: URL; id: string; verificationString: string }>
  close(): Promise<void>
}

/** A real SMTP server that keeps what it gets. */
export async function startMailbox(): Promise<Mailbox> {
  const received: Email[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, _session, done) {
      received.push(await PostalMime.parse(await buffer(stream)))
      done()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo

  const mailTo = async (address: string, n = 1): Promise<Email> => {
    for (let tries = 0; tries < 400; tries++) {
      const found = received.filter((mail) => mail.to?.some((one) => one.address === address))[n - 1]
      if (found) return found
      await sleep(25)
    }
    throw new Error(`No mail ${n} for ${address}; there are: ${received.map((mail) => mail.to?.[0]?.address).join()}`)
  }
  return {
    settings: { smtp: { hostname: '127.0.0.1', port } },
    received,
    mailTo,
    async linkTo(address, n) {
      const { text = '' } = await mailTo(address, n)
      const url = new URL(/https?:\/\/\S+/.exec(text)![0])
      const { userId, registrationId, verificationString } = Object.fromEntries(url.searchParams)
      return { url, id: (userId ?? registrationId)!, verificationString: verificationString! }
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
