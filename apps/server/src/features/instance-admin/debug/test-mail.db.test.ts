import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { startMailbox, type Mailbox } from '#features/mails/testing/start-mailbox.ts'

const url = '/api/v1/server/debug/run-command'
const command = 'test-emails'

describe('the command test-emails', () => {
  let mailbox: Mailbox
  let server: TestServer
  let root: string
  before(async () => {
    mailbox = await startMailbox()
    server = await startTestServer({ settings: { ...mailbox.settings, admin: { email: 'admin@example.org' } } })
    root = await server.login()
  })
  after(async () => {
    await server.close()
    await mailbox.close()
  })

  test('is for administrators', async () => {
    assert.equal((await server.request({ method: 'POST', url, payload: { command } })).statusCode, 401)
    const payload = { username: 'mona', password: 'a-good-password', email: 'mona@example.org', role: 1 }
    const body = { ...payload, videoQuota: -1, videoQuotaDaily: -1 }
    await server.request({ method: 'POST', url: '/api/v1/users', as: root, payload: body })
    const admin = { ...body, username: 'mona-admin', email: 'mona-admin@example.org', role: 0 }
    await server.request({ method: 'POST', url: '/api/v1/users', as: root, payload: admin })
    const as = await server.login('mona', 'a-good-password')
    assert.equal((await server.request({ method: 'POST', url, as, payload: { command } })).statusCode, 403)
  })

  test('names a wrong address', async () => {
    const answer = await server.request({ method: 'POST', url, as: root, payload: { command, email: 'nobody' } })
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['email'])
    assert.equal(mailbox.received.length, 0)
  })

  test('sends to who asks, once at a time', async () => {
    const ask = () => server.request({ method: 'POST', url, as: root, payload: { command } })
    const answers = await Promise.all([ask(), ask()])
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [204, 429])
    assert.equal(answers.find(({ statusCode }) => statusCode === 429)!.headers['retry-after'], '5')
    const mail = await mailbox.mailTo('admin@example.org')
    assert.match(mail.text!, /can send mails/)
    assert.equal(mailbox.received.length, 1)
  })

  test('sends to the given address', async () => {
    const as = await server.login('mona-admin', 'a-good-password')
    const payload = { command, email: 'there@example.org' }
    assert.equal((await server.request({ method: 'POST', url, as, payload })).statusCode, 204)
    await mailbox.mailTo('there@example.org')
  })
})

test('400 while mail is not configured', async (t) => {
  const server = await startTestServer()
  t.after(() => server.close())
  const answer = await server.request({ method: 'POST', url, as: await server.login(), payload: { command } })
  assert.equal(answer.statusCode, 400)
  assert.match(answer.json().detail, /smtp/)
})

test('502 with the words of the mail server', async (t) => {
  const refusing = createServer((socket) => {
    socket.on('error', () => {})
    socket.end('554 5.7.1 Your address is on a list\r\n')
  })
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
  t.after(() => refusing.close())
  const { port } = refusing.address() as AddressInfo
  const server = await startTestServer({ settings: { smtp: { hostname: '127.0.0.1', port } } })
  t.after(() => server.close())
  const answer = await server.request({
    method: 'POST',
    url,
    as: await server.login(),
    payload: { command, email: 'a@b.org' },
  })
  assert.equal(answer.statusCode, 502)
  assert.match(answer.json().detail, /Your address is on a list/)
})
