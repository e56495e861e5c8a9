import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { TestServer } from '#app/test-server.ts'
import type { Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { startMailServer } from '#features/mails/testing/start-mail-server.ts'
import { addPeople } from '#features/videos/testing/add-people.ts'
import { addUser } from '#features/videos/testing/add-user.ts'
import { registrationCalls } from './testing/registration-calls.ts'

let mailbox: Mailbox
let server: TestServer
let close: () => Promise<void>
let moderator: string
let user: string

before(async () => {
  ;({ mailbox, server, close } = await startMailServer({ signup: { limit: -1 } }))
  ;({ mod: moderator, anna: user } = await addPeople(server, { mod: 1, anna: 2 }))
})
after(() => close())
afterEach(() => server.ctx.settings.clearOverride())

const { set, send, register, request, person, reasoned, rowOf } = registrationCalls(() => server)

describe('POST /users/register', () => {
  test('makes an account that may sign in at once', async () => {
    const body = person({ displayName: 'A Person', channel: { name: 'films_of_1', displayName: 'My films' } })
    const answer = await register(body)
    assert.deepEqual([answer.statusCode, answer.json()], [200, { state: { id: 3, label: 'Accepted' } }])
    const me = (await send('GET', '/me', undefined, await server.login(body.username, body.password))).json()
    assert.deepEqual([me.role.id, me.emailVerified, me.account.displayName], [2, null, 'A Person'])
    assert.deepEqual([me.videoChannels[0].name, me.videoChannels[0].displayName], ['films_of_1', 'My films'])
    assert.equal(mailbox.received.length, 0)
  })

  test('never takes a role or a quota from the body', async () => {
    const body = person({ role: 0, videoQuota: 1, adminFlags: 1 })
    assert.equal((await register(body)).statusCode, 200)
    const row = (await rowOf(body.username))!
    assert.deepEqual([row.role, Number(row.videoQuota), row.adminFlags], [2, -1, 0])
  })

  test('names every wrong field', async () => {
    const wrong: [string, Record<string, unknown>][] = [
      ['username', { username: 'Not Good' }],
      ['password', { password: '' }],
      ['password', { password: 'short' }],
      ['email', { email: 'nobody' }],
      ['displayName', { displayName: '' }],
      ['channel.name', { channel: { name: '-', displayName: 'x' } }],
      ['channel.displayName', { channel: { name: 'x_films' } }],
      ['channel.name', { channel: { displayName: 'x' } }],
    ]
    for (const [field, change] of wrong) {
      const answer = await register(person(change))
      assert.equal(answer.statusCode, 400, `${field}: ${answer.body}`)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    }
    const together = (await register(person({ username: 'Not Good', password: 'short' }))).json()
    assert.deepEqual(Object.keys(together['invalid-params']), ['username', 'password'])
    assert.equal((await register(person({ displayName: null }))).statusCode, 200)
    const body = person()
    assert.equal((await register({ ...body, channel: { name: body.username, displayName: 'x' } })).statusCode, 400)
  })

  test('refuses names and addresses that somebody has or had', async () => {
    const statusOf = async (changes: Record<string, unknown>) => (await register(person(changes))).statusCode
    assert.equal(await statusOf({ username: 'anna' }), 409)
    assert.equal(await statusOf({ email: 'ANNA@example.com' }), 409)
    assert.equal(await statusOf({ username: 'anna_channel' }), 409)
    assert.equal(await statusOf({ channel: { name: 'anna_channel', displayName: 'x' } }), 409)
    await set({ limit: -1, requires_approval: true })
    const waiting = reasoned({ channel: { name: 'waiting_films', displayName: 'x' } })
    assert.equal((await request(waiting)).statusCode, 200)
    await server.ctx.settings.clearOverride()
    assert.equal(await statusOf({ username: waiting.username }), 409)
    assert.equal(await statusOf({ email: waiting.email }), 409)
    assert.equal(await statusOf({ channel: { name: 'waiting_films', displayName: 'x' } }), 409)
    const twins = person()
    const both = (await Promise.all([register(twins), register(twins)])).map((answer) => answer.statusCode)
    assert.deepEqual(both.sort(), [200, 409])
  })

  test('in approval mode is a request when a reason is given, else refused', async () => {
    await set({ limit: -1, requires_approval: true })
    assert.equal((await register(person())).statusCode, 403)
    assert.equal((await register({})).statusCode, 403)
    const answer = await register(reasoned())
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.json().state, { id: 1, label: 'Pending' })
    assert.equal(await rowOf(answer.json().username), undefined)
  })

  test('lets plugins ask for approval or refuse', async (t) => {
    const seen: any[] = []
    t.after(
      server.ctx.hooks.on('filter:api.user.signup.requires-approval.result', (value, params) => {
        seen.push(params)
        return {
          ...value,
          requiresApproval: true,
          registrationReason: value.registrationReason ?? 'the plugin says so',
        }
      }),
    )
    const body = person()
    const answer = await register(body)
    assert.equal(answer.json().registrationReason, 'the plugin says so')
    assert.deepEqual([seen.length, seen[0].body.username], [1, body.username])
    t.after(
      server.ctx.hooks.on('filter:api.user.request-signup.allowed.result', () => ({
        allowed: false,
        errorMessage: 'Not today',
      })),
    )
    const refused = await register(person())
    assert.deepEqual([refused.statusCode, refused.json().detail], [403, 'Not today'])
  })
})

describe('the gate of signups', () => {
  const both = async (body: object) => [(await register(body)).statusCode, (await request(body)).statusCode]

  test('comes before the fields', async () => {
    await set({ limit: -1, enabled: false })
    assert.deepEqual(await both({}), [403, 403])
  })

  test('keeps the limit of users, also for many at once', async () => {
    const { length } = await server.ctx.db.selectFrom('user').select('id').execute()
    await set({ limit: length })
    assert.deepEqual(await both(reasoned()), [403, 403])
    await set({ limit: length + 2 })
    const answers = await Promise.all([1, 2, 3, 4].map(() => register(person())))
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 200, 403, 403])
  })

  test('filters addresses by range', async () => {
    const cases: [filter: object, statuses: [number, number]][] = [
      [{ blacklist: ['127.0.0.0/8'] }, [403, 403]],
      [{ blacklist: ['10.0.0.0/8'] }, [200, 400]],
      [{ whitelist: ['10.0.0.0/8'] }, [403, 403]],
      [{ whitelist: ['10.0.0.0/8', '127.0.0.1/32'] }, [200, 400]],
    ]
    for (const [cidr, statuses] of cases) {
      await set({ limit: -1, filters: { cidr } })
      assert.deepEqual([(await register(person())).statusCode, (await request(reasoned())).statusCode], statuses)
    }
  })
})

describe('POST /users/registrations/request', () => {
  test('waits for a moderator; signing in says so', async () => {
    await set({ limit: -1, requires_approval: true })
    const body = reasoned({ displayName: 'Berta', channel: { name: 'bertas', displayName: 'Bertas films' } })
    const answer = await request(body)
    assert.equal(answer.statusCode, 200, answer.body)
    const { id, createdAt, updatedAt, ...shown } = answer.json()
    assert.ok(id > 0 && createdAt === updatedAt)
    assert.deepEqual(shown, {
      state: { id: 1, label: 'Pending' },
      registrationReason: 'I film whales',
      moderationResponse: null,
      username: body.username,
      email: body.email,
      emailVerified: null,
      accountDisplayName: 'Berta',
      channelHandle: 'bertas',
      channelDisplayName: 'Bertas films',
      user: null,
    })
    await assert.rejects(server.login(body.username, body.password), /account_waiting_for_approval/)
  })

  test('needs a reason of its length, and approval to be on', async () => {
    assert.equal((await request(reasoned())).statusCode, 400)
    await set({ limit: -1, requires_approval: true })
    for (const registrationReason of [undefined, 'x', 'x'.repeat(3001)]) {
      const answer = await request(person({ registrationReason }))
      assert.equal(answer.statusCode, 400)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['registrationReason'])
    }
  })

  test('refuses what another request has', async () => {
    await set({ limit: -1, requires_approval: true })
    const first = reasoned({ channel: { name: 'first_films', displayName: 'x' } })
    assert.equal((await request(first)).statusCode, 200)
    for (const change of [
      { username: first.username },
      { email: first.email.toUpperCase() },
      { channel: { name: 'first_films', displayName: 'x' } },
      { username: 'first_films' },
    ]) {
      assert.equal((await request(reasoned(change))).statusCode, 409, JSON.stringify(change))
    }
  })
})

describe('moderation of requests', () => {
  async function waiting(changes: Record<string, unknown> = {}) {
    await set({ limit: -1, requires_approval: true })
    const body = reasoned(changes)
    const { id } = (await request(body)).json()
    return { ...body, id: id as number }
  }
  const answer = { moderationResponse: 'Welcome <here>' }
  const path = (id: number, what: string) => `/registrations/${id}/${what}`

  test('accepting makes the account with the password that was chosen', async () => {
    const one = await waiting({ displayName: 'Clara', channel: { name: 'claras', displayName: 'Claras films' } })
    assert.equal((await send('POST', path(one.id, 'accept'), answer, moderator)).statusCode, 204)
    const me = (await send('GET', '/me', undefined, await server.login(one.username, one.password))).json()
    assert.deepEqual([me.role.id, me.account.displayName, me.videoChannels[0].name], [2, 'Clara', 'claras'])
    const { data } = (await send('GET', `/registrations?search=${one.username}`, undefined, moderator)).json()
    assert.deepEqual(data[0].state, { id: 3, label: 'Accepted' })
    assert.deepEqual([data[0].user, data[0].moderationResponse], [{ id: me.id }, 'Welcome <here>'])
    const row = await server.ctx.db
      .selectFrom('userRegistration')
      .selectAll()
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual([row.password, row.processedAt instanceof Date], [null, true])
    const mail = await mailbox.mailTo(one.email)
    assert.match(mail.subject!, /Your account is ready/)
    assert.match(mail.text!, /> Welcome <here>/)
    assert.match(mail.html!, /Welcome &lt;here&gt;/)
  })

  test('rejecting tells why, and so does signing in', async () => {
    const one = await waiting()
    const response = { moderationResponse: 'We are full' }
    assert.equal((await send('POST', path(one.id, 'reject'), response, moderator)).statusCode, 204)
    await assert.rejects(server.login(one.username, one.password), /account_approval_rejected/)
    assert.match((await mailbox.mailTo(one.email)).text!, /> We are full/)
    assert.equal(await rowOf(one.username), undefined)
  })

  test('sends no mail when that is prevented', async () => {
    const one = await waiting()
    await send('POST', path(one.id, 'reject'), { ...answer, preventEmailDelivery: true }, moderator)
    const two = await waiting()
    await send('POST', path(two.id, 'reject'), answer, moderator)
    await mailbox.mailTo(two.email)
    assert.ok(!mailbox.received.some((mail) => mail.to?.[0]?.address === one.email))
  })

  test('is done once, also by two at the same time', async () => {
    const one = await waiting()
    const answers = await Promise.all(
      ['accept', 'reject', 'accept'].map((what) => send('POST', path(one.id, what), answer, moderator)),
    )
    assert.deepEqual(answers.map((one) => one.statusCode).sort(), [204, 409, 409])
    assert.equal((await send('POST', path(one.id, 'accept'), answer, moderator)).statusCode, 409)
  })

  test('cannot accept what somebody took in the meantime', async () => {
    const one = await waiting()
    await addUser(server.ctx, one.username)
    assert.equal((await send('POST', path(one.id, 'accept'), answer, moderator)).statusCode, 409)
    assert.equal((await send('POST', path(one.id, 'reject'), answer, moderator)).statusCode, 204)
  })

  test('checks the answer, the request and the right', async () => {
    const one = await waiting()
    for (const what of ['accept', 'reject']) {
      for (const moderationResponse of [undefined, 'x', 'x'.repeat(3001)]) {
        const bad = await send('POST', path(one.id, what), { moderationResponse }, moderator)
        assert.deepEqual([bad.statusCode, Object.keys(bad.json()['invalid-params'])], [400, ['moderationResponse']])
      }
      const bad = await send('POST', path(one.id, what), { ...answer, preventEmailDelivery: 'x' }, moderator)
      assert.deepEqual(Object.keys(bad.json()['invalid-params']), ['preventEmailDelivery'])
      assert.equal((await send('POST', path(9999, what), answer, moderator)).statusCode, 404)
      assert.equal((await send('POST', path(one.id, what), answer, user)).statusCode, 403)
      assert.equal((await send('POST', path(one.id, what), answer)).statusCode, 401)
    }
  })

  test('lists by state, text and date', async () => {
    await server.ctx.db.deleteFrom('userRegistration').execute()
    const one = await waiting()
    const two = await waiting()
    await send('POST', path(one.id, 'reject'), answer, moderator)
    const list = async (query: string) => (await send('GET', `/registrations?${query}`, undefined, moderator)).json()
    const ids = async (query: string) => (await list(query)).data.map((row: any) => row.id)
    assert.deepEqual(await ids(''), [two.id, one.id])
    assert.deepEqual(await ids('sort=createdAt&count=1'), [one.id])
    assert.deepEqual(await ids('sort=-state'), [one.id, two.id])
    assert.deepEqual(await ids('stateOneOf=1'), [two.id])
    assert.deepEqual(await ids('stateOneOf[]=1&stateOneOf[]=2&sort=state'), [two.id, one.id])
    assert.deepEqual(await ids(`search=${one.email.toUpperCase()}`), [one.id])
    assert.equal((await list('count=1')).total, 2)
    for (const query of ['stateOneOf=4', 'sort=username', 'count=-1']) {
      assert.equal((await send('GET', `/registrations?${query}`, undefined, moderator)).statusCode, 400, query)
    }
    assert.equal((await send('GET', '/registrations', undefined, user)).statusCode, 403)
    assert.equal((await send('GET', '/registrations')).statusCode, 401)
  })

  test('deletes a request and leaves the account', async () => {
    const one = await waiting()
    await send('POST', path(one.id, 'accept'), answer, moderator)
    const remove = (id: number, as?: string) => send('DELETE', `/registrations/${id}`, undefined, as)
    assert.equal((await remove(one.id, user)).statusCode, 403)
    assert.equal((await remove(one.id, moderator)).statusCode, 204)
    assert.equal((await remove(one.id, moderator)).statusCode, 404)
    assert.ok(await rowOf(one.username))
  })
})
