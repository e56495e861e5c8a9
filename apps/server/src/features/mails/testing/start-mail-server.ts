import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from './start-mailbox.ts'

const unlimited = { max: 1_000_000 }

export interface MailServer {
  server: TestServer
  mailbox: Mailbox
  close(): Promise<void>
}

/** A server whose mails come into a mailbox, and on which no rate keeps tests waiting. */
export async function startMailServer(settings: object = {}): Promise<MailServer> {
  const mailbox = await startMailbox()
  const rates = { api: unlimited, login: unlimited, signup: unlimited, ask_send_email: unlimited }
  const server = await startTestServer({
    settings: { ...mailbox.settings, rates_limit: rates, ...settings },
    worker: true,
  })
  const close = async () => {
    await server.close()
    await mailbox.close()
  }
  return { server, mailbox, close }
}
