import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { defaultSettings } from '../config/load-settings.ts'
import { createMailer, isMailEnabled } from './create-mailer.ts'

interface Received {
  user: string | undefined
  from: string
  to: string[]
  message: string
}

async function startSmtp(t: TestContext, options: { login?: boolean } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: !options.login,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username! }) : done(new Error('wrong password')),
    async onData(stream, { envelope, user }, done) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      received.push({ user, from, to: envelope.rcptTo.map(({ address }) => address), message: await text(stream) })
      done()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return { received, smtp: { hostname: '127.0.0.1', port } }
}

const mail = { to: 'ana@example.org', subject: 'Hello', text: 'Good morning' }

test('a mail arrives with sender, prefix, signature and reply address', async (t) => {
  const { received, smtp } = await startSmtp(t)
  const settings = defaultSettings({
    smtp,
    instance: { name: 'Tide' },
    'email.body.signature': 'Yours, {{instanceName}}',
  })
  const mailer = createMailer(() => settings)
  assert.equal(mailer.enabled, true)
  await mailer.send({ ...mail, html: '<b>Good morning</b>', replyTo: 'bo@example.org' })
  await mailer.close()
  assert.equal(received.length, 1)
  const { from, to, message } = received[0]!
  assert.deepEqual([from, to], ['test-admin@127.0.0.1', ['ana@example.org']])
  assert.match(message, /^From: Tide <test-admin@127\.0\.0\.1>/m)
  assert.match(message, /^Subject: \[Tide\] Hello/m)
  assert.match(message, /^Reply-To: bo@example\.org/m)
  assert.match(message, /Good morning\r\n\r\nYours, Tide/)
  assert.match(message, /<b>Good morning<\/b>/)
})

test('the server is told user and password; a refusal is an error', async (t) => {
  const { received, smtp } = await startSmtp(t, { login: true })
  const send = async (password: string) => {
    const settings = defaultSettings({ smtp: { ...smtp, username: 'me', password } })
    const mailer = createMailer(() => settings)
    try {
      await mailer.send(mail)
    } finally {
      await mailer.close()
    }
  }
  await send('right')
  assert.equal(received[0]?.user, 'me')
  await assert.rejects(send('wrong'), /Invalid login/)
  assert.equal(received.length, 1)
})

test('a sendmail program gets the mail on its input', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sepiola-mail-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const program = join(folder, 'sendmail')
  writeFileSync(program, `#!/bin/sh\necho "$@" > ${folder}/arguments\ncat > ${folder}/message\n`)
  chmodSync(program, 0o755)
  const settings = defaultSettings({ smtp: { transport: 'sendmail', sendmail: program } })
  const mailer = createMailer(() => settings)
  await mailer.send(mail)
  await mailer.close()
  assert.match(readFileSync(join(folder, 'arguments'), 'utf8'), /ana@example\.org/)
  assert.match(readFileSync(join(folder, 'message'), 'utf8'), /Good morning/)
})

test('without a transport mail is off', async () => {
  const settings = defaultSettings()
  const mailer = createMailer(() => settings)
  assert.equal(mailer.enabled, false)
  await assert.rejects(mailer.send(mail), /not configured/)
  assert.equal(isMailEnabled({ ...settings.smtp, transport: 'sendmail' }), false)
})
