import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'

const message = { fromName: 'Bo', fromEmail: 'bo@example.org', subject: 'Hello', body: 'Good day' }

function send(server: TestServer, payload: object, ip = '10.0.0.1') {
  const headers = { 'x-forwarded-for': ip }
  return server.request({ method: 'POST', url: '/api/v1/server/contact', headers, payload })
}

describe('POST /server/contact', () => {
  let mailbox: Mailbox
  let server: TestServer
  before(async () => {
    mailbox = await startMailbox()
    const settings = { ...mailbox.settings, admin: { email: 'admin@example.org' } }
    server = await startTestServer({ settings, worker: true })
  })
  after(async () => {
    await server.close()
    await mailbox.close()
  })

  test('reaches the administrator, who answers to the sender; then the address pauses', async (t) => {
    const answer = await send(server, message)
    assert.equal(answer.statusCode, 204, answer.body)
    const mail = await mailbox.mailTo('admin@example.org')
    assert.equal(mail.replyTo?.[0]?.address, 'bo@example.org')
    assert.match(mail.subject!, /Hello$/)
    assert.match(mail.text!, /Bo \(bo@example\.org\)[^]*Good day/)

    const { clock } = server.ctx
    t.after(() => (server.ctx.clock = clock))
    const start = Date.now() + 10_000
    const sendAt = async (ms: number, ip?: string) => {
      server.ctx.clock = { now: () => new Date(start + ms) }
      return (await send(server, message, ip)).statusCode
    }
    assert.deepEqual([await sendAt(0), await sendAt(999), await sendAt(999, '10.0.0.2')], [204, 403, 204])
    assert.equal(await sendAt(1000), 204)
  })

  test('without a subject it is known by its sender; nothing in it begins another header', async () => {
    await server.ctx.settings.override({ admin: { email: 'second@example.org' } })
    assert.equal((await send(server, { ...message, subject: ' ' }, '10.0.0.5')).statusCode, 204)
    assert.match((await mailbox.mailTo('second@example.org')).subject!, /Bo$/)
    const injected = { subject: 'Hi\r\nBcc: eve@example.org', fromName: 'Bo\r\nBcc: eve@example.org' }
    assert.equal((await send(server, { ...message, ...injected }, '10.0.0.6')).statusCode, 204)
    const mail = await mailbox.mailTo('second@example.org', 2)
    assert.match(mail.subject!, /Hi Bcc: eve@example\.org$/)
    assert.ok(!mail.headers.some(({ key }) => key === 'bcc'))
    await server.ctx.settings.clearOverride()
  })

  const wrong: [string, unknown][] = [
    ['fromName', ''],
    ['fromName', 'n'.repeat(121)],
    ['fromEmail', 'nobody'],
    ['body', 'no'],
    ['body', 'b'.repeat(5001)],
    ['body', undefined],
  ]
  for (const [field, value] of wrong) {
    test(`400 for ${field} ${String(value).slice(0, 9)}, also while the form is off`, async () => {
      await server.ctx.settings.override({ contact_form: { enabled: false } })
      const answer = await send(server, { ...message, [field]: value }, '10.0.0.3')
      await server.ctx.settings.clearOverride()
      assert.equal(answer.statusCode, 400)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    })
  }

  test('409 while the form is off, even for an address that just wrote', async () => {
    assert.equal((await send(server, message, '10.0.0.4')).statusCode, 204)
    await server.ctx.settings.override({ contact_form: { enabled: false } })
    assert.equal((await send(server, message, '10.0.0.4')).statusCode, 409)
    await server.ctx.settings.clearOverride()
  })
})

test('409 without mail', async (t) => {
  const server = await startTestServer()
  t.after(() => server.close())
  assert.equal((await send(server, message)).statusCode, 409)
})
