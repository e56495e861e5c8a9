import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { after, afterEach, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { startMailServer } from '#features/mails/testing/start-mail-server.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { registrationCalls } from './testing/registration-calls.ts'

let mailbox: Mailbox
let server: TestServer
let close: () => Promise<void>
let moderator: string

before(async () => {
  ;({ mailbox, server, close } = await startMailServer({ signup: { limit: -1 } }))
  moderator = (await addPeople(server, { mod: 1, anna: 2 })).mod
})
after(() => close())
afterEach(() => server.ctx.settings.clearOverride())

const { set, send, register, request, person, reasoned, rowOf } = registrationCalls(() => server)

describe('verification of addresses', () => {
  const verify = (id: string | number, body: object) => send('POST', `/${id}/verify-email`, body)

  test('an account cannot sign in before its link was followed, which works once', async () => {
    await set({ limit: -1, requires_email_verification: true })
    const body = person()
    assert.equal((await register(body)).statusCode, 200)
    assert.equal((await rowOf(body.username))!.emailVerified, false)
    await assert.rejects(server.login(body.username, body.password), /email_not_verified/)
    const { id, url, verificationString } = await mailbox.linkTo(body.email)
    assert.equal(url.pathname, '/verify-account/email')
    assert.equal((await verify(id, { verificationString: 'ab'.repeat(32) })).statusCode, 403)
    assert.equal((await verify(id, { verificationString, isPendingEmail: true })).statusCode, 403)
    assert.equal((await verify(id, { verificationString: 'nothing hexadecimal' })).statusCode, 400)
    assert.equal((await verify(9999, { verificationString })).statusCode, 404)
    assert.equal((await verify(id, { verificationString })).statusCode, 204)
    assert.equal((await verify(id, { verificationString })).statusCode, 403)
    await server.login(body.username, body.password)
  })

  test('another link is sent on request, silently for strangers', async () => {
    await set({ limit: -1, requires_email_verification: true })
    const body = person()
    await register(body)
    const ask = (email: string) => send('POST', '/ask-send-verify-email', { email })
    assert.equal((await ask(body.email.toUpperCase())).statusCode, 204)
    const { id, verificationString } = await mailbox.linkTo(body.email, 2)
    assert.equal((await verify(id, { verificationString })).statusCode, 204)
    assert.equal((await ask('stranger@example.com')).statusCode, 204)
    assert.equal((await ask('no address')).statusCode, 400)
    await server.ctx.db.updateTable('user').set({ pluginAuth: 'ldap' }).where('username', '=', body.username).execute()
    assert.equal((await ask(body.email)).statusCode, 409)
    assert.ok(!mailbox.received.some((mail) => mail.to?.[0]?.address === 'stranger@example.com'))
  })

  test('a link proves only the address that it was sent to', async () => {
    await set({ limit: -1, requires_email_verification: true })
    const body = person()
    await register(body)
    const { id, verificationString } = await mailbox.linkTo(body.email)
    await server.ctx.db
      .updateTable('user')
      .set({ email: 'other@example.com' })
      .where('username', '=', body.username)
      .execute()
    assert.equal((await verify(id, { verificationString })).statusCode, 403)
  })

  test('a request is verified before or after it is accepted', async () => {
    await set({ limit: -1, requires_approval: true, requires_email_verification: true })
    const verifyRequest = (id: string, verificationString: string) =>
      send('POST', `/registrations/${id}/verify-email`, { verificationString })
    const answer = { moderationResponse: 'Welcome', preventEmailDelivery: true }
    for (const order of ['before', 'after']) {
      const body = reasoned()
      const shown = (await request(body)).json()
      assert.equal(shown.emailVerified, false)
      const ask = (email: string) => send('POST', '/registrations/ask-send-verify-email', { email })
      assert.equal((await ask(body.email)).statusCode, 204)
      assert.equal((await ask('stranger@example.com')).statusCode, 204)
      const { id, verificationString } = await mailbox.linkTo(body.email, 2)
      assert.equal(id, String(shown.id))
      assert.equal((await verifyRequest(id, '00'.repeat(32))).statusCode, 403)
      assert.equal((await verifyRequest('9999', verificationString)).statusCode, 404)
      const accept = () => send('POST', `/registrations/${shown.id}/accept`, answer, moderator)
      if (order === 'after') assert.equal((await accept()).statusCode, 204)
      assert.equal((await verifyRequest(id, verificationString)).statusCode, 204)
      assert.equal((await verifyRequest(id, verificationString)).statusCode, 403)
      if (order === 'before') assert.equal((await accept()).statusCode, 204)
      await server.login(body.username, body.password)
    }
  })
})

describe('password reset', () => {
  const ask = (email: string) => send('POST', '/ask-reset-password', { email })
  const reset = (id: string | number, body: object) => send('POST', `/${id}/reset-password`, body)

  test('sets another password by a link that works once, and keeps sessions', async () => {
    await addUser(server.ctx, 'forgetful')
    const session = await server.login('forgetful', userPassword)
    assert.equal((await ask('Forgetful@example.com')).statusCode, 204)
    const { url, id, verificationString } = await mailbox.linkTo('forgetful@example.com')
    assert.equal(url.pathname, '/reset-password')
    const password = 'another good one'
    assert.equal((await reset(id, { verificationString, password: 'short' })).statusCode, 400)
    assert.equal((await reset(id, { verificationString })).statusCode, 400)
    assert.equal((await reset(9999, { verificationString, password })).statusCode, 404)
    assert.equal((await reset(1, { verificationString, password })).statusCode, 403)
    assert.equal((await reset(id, { verificationString: 'ab', password })).statusCode, 403)
    assert.equal((await reset(id, { verificationString, password })).statusCode, 204)
    assert.equal((await reset(id, { verificationString, password: 'yet another one' })).statusCode, 403)
    await server.login('forgetful', password)
    assert.equal((await send('GET', '/me', undefined, session)).statusCode, 200)
  })

  test('says nothing to strangers, and 409 for accounts of plugins', async () => {
    assert.equal((await ask('stranger@example.com')).statusCode, 204)
    assert.equal((await ask('no address')).statusCode, 400)
    await addUser(server.ctx, 'external')
    await server.ctx.db.updateTable('user').set({ pluginAuth: 'ldap' }).where('username', '=', 'external').execute()
    assert.equal((await ask('external@example.com')).statusCode, 409)
  })

  test('is void once the address has changed', async () => {
    const { userId } = await addUser(server.ctx, 'mover')
    await ask('mover@example.com')
    const { id, verificationString } = await mailbox.linkTo('mover@example.com')
    await server.ctx.db.updateTable('user').set({ email: 'moved@example.com' }).where('id', '=', userId).execute()
    assert.equal((await reset(id, { verificationString, password: 'another good one' })).statusCode, 403)
  })
})

test('mails are asked for three times in five minutes, each kind by itself', async (t) => {
  const limited = await startTestServer()
  t.after(() => limited.close())
  const ask = async (path: string) => {
    const answer = await limited.request({
      method: 'POST',
      url: `/api/v1/users${path}`,
      payload: { email: 'stranger@example.com' },
    })
    return answer.statusCode
  }
  for (const path of ['/ask-reset-password', '/ask-send-verify-email', '/registrations/ask-send-verify-email']) {
    assert.deepEqual([await ask(path), await ask(path), await ask(path), await ask(path)], [204, 204, 204, 429])
  }
})

describe('mails around accounts', () => {
  const wantMails = (username: string, newUserRegistration: number) =>
    server.ctx.db
      .updateTable('userNotificationSetting')
      .set({ newUserRegistration })
      .where('userId', '=', (query) => query.selectFrom('user').select('id').where('username', '=', username))
      .execute()

  test('moderators who want it hear of new people and of requests', async () => {
    await wantMails('mod', 3)
    await wantMails('anna', 3)
    const body = person()
    assert.equal((await register(body)).statusCode, 200)
    const found = async (part: string) => {
      for (let n = 1; ; n++) {
        const mail = await mailbox.mailTo('mod@example.com', n)
        if (mail.subject!.includes(part)) return mail
      }
    }
    assert.match((await found(`${body.username} signed up`)).text!, /\/admin\/overview\/users\/list/)
    await set({ requires_approval: true, limit: -1 })
    const asking = reasoned({ registrationReason: 'I film squids' })
    assert.equal((await request(asking)).statusCode, 200)
    assert.match((await found(`${asking.username} asks`)).text!, /> I film squids/)
    assert.equal(mailbox.received.filter((mail) => mail.to?.[0]?.address === 'anna@example.com').length, 0)
    await wantMails('mod', 1)
  })

  test('somebody whom a moderator made without a password chooses one by link, and may do so for days', async (t) => {
    const payload = { username: 'invited', email: 'invited@example.com', password: '', role: 2 }
    const answer = await send('POST', '', { ...payload, videoQuota: -1, videoQuotaDaily: -1 }, moderator)
    assert.equal(answer.statusCode, 200, answer.body)
    const { id, verificationString, url } = await mailbox.linkTo('invited@example.com')
    assert.equal(url.pathname, '/reset-password')
    const { clock } = server.ctx
    t.after(() => (server.ctx.clock = clock))
    server.ctx.clock = { now: () => new Date(Date.now() + 6 * 24 * 3_600_000) }
    const chosen = { verificationString, password: 'chosen by me' }
    assert.equal((await send('POST', `/${id}/reset-password`, chosen)).statusCode, 204)
    server.ctx.clock = clock
    assert.ok(await server.login('invited', 'chosen by me'))
  })

  test('many who ask for one account send it few mails', async () => {
    const body = person()
    await register(body)
    const asks = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        server.request({
          method: 'POST',
          url: '/api/v1/users/ask-reset-password',
          headers: { 'x-forwarded-for': `203.0.113.${n}` },
          payload: { email: body.email },
        }),
      ),
    )
    assert.ok(asks.every(({ statusCode }) => statusCode === 204))
    await mailbox.mailTo(body.email, 5)
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM sepiola.job WHERE type = 'email' AND payload->>'to' = ${body.email}`.execute(
      server.ctx.db,
    )
    assert.equal(Number(rows[0]!.count), 5)
  })
})
