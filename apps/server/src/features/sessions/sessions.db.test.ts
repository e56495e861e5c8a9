import assert from 'node:assert/strict'
import { createCipheriv, scryptSync } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { TOTP } from 'otpauth'
import { rootPassword, startTestServer, type TestServer } from '#app/test-server.ts'
import { countFailure } from './login/login-throttle.ts'
import { hashPassword } from './login/password.ts'
import { forgetUser, sessionMemory } from './tokens/session-memory.ts'
import { hashToken } from './tokens/token-format.ts'
import { deleteExpiredTokens } from './tokens/token.sql.ts'

let server: TestServer
let client: { client_id: string; client_secret: string }

before(async () => {
  server = await startTestServer({
    settings: { rates_limit: { login: { max: 10_000 } }, signup: { requires_email_verification: true } },
  })
  client = (await server.request({ url: '/api/v1/oauth-clients/local' })).json()
})
after(() => server.close())

async function token(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return server.request({
    method: 'POST',
    url: '/api/v1/users/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
}

const passwordFields = (username: string, password: string) => ({
  ...client,
  grant_type: 'password',
  username,
  password,
})

let created = 0

async function addUser(changes: Record<string, unknown> = {}, password = 'a good password') {
  const name = `user${++created}`
  const as = await server.login()
  const answer = await server.request({
    method: 'POST',
    url: '/api/v1/users',
    as,
    payload: { username: name, email: `${name}@example.com`, password: 'a good password', role: 2 },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { id } = answer.json<{ user: { id: number } }>().user
  await server.ctx.db
    .updateTable('user')
    .set({ ...changes, password: await hashPassword(password) })
    .where('id', '=', id)
    .execute()
  return { id, name, email: `${name}@example.com` }
}

async function me(as: string) {
  return server.request({ url: '/api/v1/users/me', as })
}

async function expectProblem(answer: Promise<{ statusCode: number; json(): any }>, status: number, code: string) {
  const { statusCode, json } = await answer.then((got) => ({ statusCode: got.statusCode, json: got.json() }))
  assert.deepEqual({ status: statusCode, code: json.code }, { status, code })
}

describe('client credentials', () => {
  test('are public and have their format', () => {
    assert.match(client.client_id, /^[a-z0-9]{32}$/)
    assert.match(client.client_secret, /^[a-zA-Z0-9]{32}$/)
  })
})

describe('password grant', () => {
  test('gives tokens that are not to be cached, and keeps only their hashes', async () => {
    const answer = await token(passwordFields('root', rootPassword))
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.headers.pragma, 'no-cache')
    const body = answer.json()
    assert.match(body.access_token, /^[0-9a-f]{40}$/)
    assert.match(body.refresh_token, /^[0-9a-f]{40}$/)
    assert.deepEqual([body.token_type, body.expires_in, body.refresh_token_expires_in], ['Bearer', 86_400, 2_419_200])
    const stored = await server.ctx.db.selectFrom('oAuthToken').select(['accessToken', 'refreshToken']).execute()
    assert.ok(stored.some((row) => row.accessToken === hashToken(body.access_token)))
    assert.ok(!stored.some((row) => row.accessToken === body.access_token || row.refreshToken === body.refresh_token))
    assert.equal((await me(body.access_token)).statusCode, 200)
  })

  test('finds people by name or address, ignoring case', async () => {
    const user = await addUser()
    for (const username of [user.name.toUpperCase(), user.email, user.email.toUpperCase()]) {
      assert.equal((await token(passwordFields(username, 'a good password'))).statusCode, 200, username)
    }
  })

  test('refuses in this order: form, client, grant, user name, password, credentials', async () => {
    const json = server.request({ method: 'POST', url: '/api/v1/users/token', payload: passwordFields('root', 'x') })
    await expectProblem(json, 400, 'invalid_request')
    const payload = { ...passwordFields('root', 'x'), username: 1 }
    await expectProblem(server.request({ method: 'POST', url: '/api/v1/users/token', payload }), 400, 'invalid_request')
    await expectProblem(token({}), 400, 'invalid_client')
    await expectProblem(token({ client_id: client.client_id }), 400, 'invalid_client')
    await expectProblem(token({ ...passwordFields('', ''), client_secret: 'wrong' }), 400, 'invalid_client')
    await expectProblem(token({ ...client }), 400, 'invalid_request')
    await expectProblem(token({ ...client, grant_type: 'implicit' }), 400, 'unsupported_grant_type')
    await expectProblem(token({ ...client, grant_type: 'password', password: 'x' }), 400, 'invalid_request')
    await expectProblem(token({ ...client, grant_type: 'password', username: 'root' }), 400, 'invalid_request')
    await expectProblem(token(passwordFields('root', 'wrong')), 400, 'invalid_grant')
    await expectProblem(token(passwordFields('nobody', 'wrong')), 400, 'invalid_grant')
  })

  test('tells nothing about an account before the password is right', async () => {
    const user = await addUser({ blocked: true, blockedReason: 'spam' })
    await expectProblem(token(passwordFields(user.name, 'wrong')), 400, 'invalid_grant')
    const blocked = await token(passwordFields(user.name, 'a good password'))
    assert.equal(blocked.json().code, 'account_blocked')
    assert.match(blocked.json().detail, /spam/)
  })

  test('refuses too long passwords, unverified addresses, plugin accounts', async () => {
    const longPassword = 'x'.repeat(60)
    const long = await addUser({ blocked: true }, longPassword)
    await expectProblem(token(passwordFields(long.name, longPassword)), 400, 'too_long_password')
    const unverified = await addUser({ emailVerified: false })
    await expectProblem(token(passwordFields(unverified.name, 'a good password')), 400, 'email_not_verified')
    const plugin = await addUser({ pluginAuth: 'peertube-plugin-auth-ldap' })
    await expectProblem(token(passwordFields(plugin.name, 'a good password')), 400, 'invalid_grant')
  })

  test('tells people whose request is not decided, or was refused', async () => {
    const now = new Date()
    const request = (username: string, state: number) => ({
      ...{ username, state, email: `${username}@example.com`, registrationReason: 'please' },
      ...{ createdAt: now, updatedAt: now },
    })
    const rows = [request('pending', 1), request('rejected', 2)]
    await server.ctx.db.insertInto('userRegistration').values(rows).execute()
    await expectProblem(token(passwordFields('pending', 'x')), 400, 'account_waiting_for_approval')
    await expectProblem(token(passwordFields('Rejected@example.com', 'x')), 400, 'account_approval_rejected')
  })

  test('asks for the second factor once the password is right', async () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const vector = Buffer.alloc(16, 1)
    const key = scryptSync(server.ctx.settings.current.secrets.peertube, 'peertube', 32)
    const cipher = createCipheriv('aes-256-cbc', key, vector)
    const otpSecret = `${vector.toString('hex')}:${cipher.update(secret, 'utf8', 'hex')}${cipher.final('hex')}`
    const user = await addUser({ otpSecret })
    const fields = passwordFields(user.name, 'a good password')
    await expectProblem(token({ ...fields, password: 'wrong' }), 400, 'invalid_grant')
    const missing = await token(fields)
    assert.deepEqual([missing.statusCode, missing.json().code], [401, 'missing_two_factor'])
    assert.equal(missing.headers['x-peertube-otp'], 'required; app')
    await expectProblem(token(fields, { 'x-peertube-otp': '000000' }), 400, 'invalid_two_factor')
    const right = await token(fields, { 'x-peertube-otp': new TOTP({ secret }).generate() })
    assert.equal(right.statusCode, 200)
  })

  test('a secret that cannot be read lets nobody in', async () => {
    const user = await addUser({ otpSecret: 'broken' })
    const answer = token(passwordFields(user.name, 'a good password'), { 'x-peertube-otp': '123456' })
    await expectProblem(answer, 400, 'invalid_two_factor')
  })

  test('slows guessing down with 429, whether or not the account exists', async () => {
    for (const [name, ip] of [['nobody-at-all', '9.9.9.8'] as const, [(await addUser()).name, '9.9.9.9'] as const]) {
      for (let i = 0; i < 21; i++) await countFailure(server.ctx, { account: name, ip })
      const answer = await token(passwordFields(name, 'a good password'), { 'x-forwarded-for': ip })
      assert.equal(answer.statusCode, 429)
      assert.equal(answer.headers['retry-after'], '1')
    }
  })

  test('counts guesses at one account together, by whatever name it is called', async () => {
    const user = await addUser()
    const ip = '9.9.9.10'
    const names = [user.name, user.name.toUpperCase(), user.email]
    const statuses: number[] = []
    for (let i = 0; i < 22; i++) {
      const fields = passwordFields(names[i % 3]!, 'wrong')
      statuses.push((await token(fields, { 'x-forwarded-for': ip })).statusCode)
    }
    assert.deepEqual([statuses[0], statuses.at(-1)], [400, 429])
  })

  test('guesses at a second factor are counted wherever they come from', async () => {
    const user = await addUser({ otpSecret: 'broken' })
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const headers = { 'x-forwarded-for': `9.9.10.${i}`, 'x-peertube-otp': String(100_000 + i) }
      statuses.push((await token(passwordFields(user.name, 'a good password'), headers)).statusCode)
    }
    assert.deepEqual([statuses[0], statuses.at(-1)], [400, 429])
  })

  test('root cannot sign in or go on while it is switched off', async (t) => {
    const as = await server.login()
    const { refresh_token } = (await token(passwordFields('root', rootPassword))).json()
    await server.ctx.settings.override({ user: { disable_root_auth: true } })
    t.after(() => server.ctx.settings.clearOverride())
    await expectProblem(token(passwordFields('root', rootPassword)), 400, 'invalid_grant')
    await expectProblem(token({ ...client, grant_type: 'refresh_token', refresh_token }), 400, 'invalid_grant')
    await expectProblem(me(as), 401, 'invalid_token')
  })
})

describe('refresh grant', () => {
  test('gives a new pair, ends the old one, keeps the login', async () => {
    const old = (await token(passwordFields('root', rootPassword), { 'user-agent': 'a phone' })).json()
    const fields = { ...client, grant_type: 'refresh_token', refresh_token: old.refresh_token }
    const fresh = (await token(fields, { 'user-agent': 'another' })).json()
    assert.notEqual(fresh.access_token, old.access_token)
    await expectProblem(me(old.access_token), 401, 'invalid_token')
    assert.equal((await me(fresh.access_token)).statusCode, 200)
    await expectProblem(token(fields), 400, 'invalid_grant')
    const row = await server.ctx.db
      .selectFrom('oAuthToken')
      .select('loginDevice')
      .where('accessToken', '=', hashToken(fresh.access_token))
      .executeTakeFirstOrThrow()
    assert.equal(row.loginDevice, 'a phone')
  })

  test('of two at the same time only one wins', async () => {
    const { refresh_token } = (await token(passwordFields('root', rootPassword))).json()
    const fields = { ...client, grant_type: 'refresh_token', refresh_token }
    const answers = await Promise.all([token(fields), token(fields)])
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 400])
  })

  test('refuses a missing, wrong or expired token', async () => {
    const grant = { ...client, grant_type: 'refresh_token' }
    await expectProblem(token(grant), 400, 'invalid_request')
    await expectProblem(token({ ...grant, refresh_token: 'ab'.repeat(20) }), 400, 'invalid_grant')
    const { refresh_token } = (await token(passwordFields('root', rootPassword))).json()
    await server.ctx.db
      .updateTable('oAuthToken')
      .set({ refreshTokenExpiresAt: new Date(0) })
      .where('refreshToken', '=', hashToken(refresh_token))
      .execute()
    await expectProblem(token({ ...grant, refresh_token }), 400, 'invalid_grant')
  })
})

describe('access tokens', () => {
  test('are required, must be known and must not have expired', async () => {
    await expectProblem(server.request({ url: '/api/v1/users/me' }), 401, 'unauthorized_request')
    await expectProblem(me('ab'.repeat(20)), 401, 'invalid_token')
    const as = await server.login()
    const query = server.ctx.db.updateTable('oAuthToken').where('accessToken', '=', hashToken(as))
    await query.set({ accessTokenExpiresAt: new Date(0) }).execute()
    await expectProblem(me(as), 401, 'invalid_token')
  })

  test('malformed headers and tokens in the URL are 400', async () => {
    const malformed = server.request({ url: '/api/v1/users/me', headers: { authorization: 'Token abc' } })
    await expectProblem(malformed, 400, 'invalid_request')
    const inQuery = server.request({ url: `/api/v1/users/me?access_token=${await server.login()}` })
    await expectProblem(inQuery, 400, 'invalid_request')
  })

  test('a plain token of a moved database works, a stored hash does not', async () => {
    const as = await server.login()
    const plain = 'cd'.repeat(20)
    await expectProblem(me(hashToken(as)), 401, 'invalid_token')
    await expectProblem(me(hashToken(as).slice(7)), 401, 'invalid_token')
    const query = server.ctx.db.updateTable('oAuthToken').where('accessToken', '=', hashToken(as))
    await query.set({ accessToken: plain }).execute()
    assert.equal((await me(plain)).statusCode, 200)
  })

  test('end at once with the sessions of their user', async () => {
    const user = await addUser()
    const as = await server.login(user.name, 'a good password')
    assert.equal((await me(as)).statusCode, 200)
    await server.ctx.db.deleteFrom('oAuthToken').where('userId', '=', user.id).execute()
    await forgetUser(server.ctx, user.id)
    await expectProblem(me(as), 401, 'invalid_token')
  })

  test('are forgotten when another node revokes them', async () => {
    const user = await addUser()
    const as = await server.login(user.name, 'a good password')
    await me(as)
    await server.ctx.db.deleteFrom('oAuthToken').where('userId', '=', user.id).execute()
    await server.ctx.notifier.notify('sessions', `user:${user.id}`)
    const deadline = Date.now() + 5000
    while ((await me(as)).statusCode === 200 && Date.now() < deadline) await new Promise((next) => setTimeout(next, 20))
    await expectProblem(me(as), 401, 'invalid_token')
  })
})

describe('revoke', () => {
  test('ends this session and no other', async () => {
    const [first, second] = [await server.login(), await server.login()]
    const answer = await server.request({ method: 'POST', url: '/api/v1/users/revoke-token', as: first })
    assert.deepEqual([answer.statusCode, answer.json()], [200, { success: true }])
    await expectProblem(me(first), 401, 'invalid_token')
    assert.equal((await me(second)).statusCode, 200)
  })

  test('needs a token', async () => {
    const answer = server.request({ method: 'POST', url: '/api/v1/users/revoke-token' })
    await expectProblem(answer, 401, 'unauthorized_request')
  })
})

describe('token sessions', () => {
  const url = (userId: number) => `/api/v1/users/${userId}/token-sessions`

  test('list what can still be refreshed and mark the caller', async () => {
    const user = await addUser()
    const [old, as] = [
      await server.login(user.name, 'a good password'),
      await server.login(user.name, 'a good password'),
    ]
    await server.login(user.name, 'a good password')
    await server.ctx.db
      .updateTable('oAuthToken')
      .set({ refreshTokenExpiresAt: new Date(0) })
      .where('accessToken', '=', hashToken(old))
      .execute()
    const { total, data } = (await server.request({ url: url(user.id), as })).json()
    assert.equal(total, 2)
    assert.deepEqual(
      data.map((session: { currentSession: boolean }) => session.currentSession),
      [false, true],
    )
    const ascending = (await server.request({ url: `${url(user.id)}?sort=createdAt&count=1`, as })).json()
    assert.deepEqual([ascending.total, ascending.data[0].currentSession], [2, true])
  })

  test('show the last activity after the next flush', async () => {
    const as = await server.login()
    await server.request({ url: '/api/v1/users/me', as, headers: { 'user-agent': 'a tablet' } })
    await sessionMemory(server.ctx).flushActivities(server.ctx)
    const { data } = (await server.request({ url: url(1), as })).json()
    const own = data.find((session: { currentSession: boolean }) => session.currentSession)
    assert.equal(own.lastActivityDevice, 'a tablet')
    assert.equal(own.lastActivityIP, '127.0.0.1')
  })

  test('belong to their user and to whoever manages users', async () => {
    const [user, other, moderator] = [await addUser(), await addUser(), await addUser({ role: 1 })]
    const statusFor = async (name: string) => {
      const as = await server.login(name, 'a good password')
      return (await server.request({ url: url(user.id), as })).statusCode
    }
    assert.equal(await statusFor(user.name), 200)
    assert.equal(await statusFor(other.name), 403)
    assert.equal(await statusFor(moderator.name), 200)
    assert.equal((await server.request({ url: url(user.id) })).statusCode, 401)
    const as = await server.login()
    const unknown = await server.request({ url: url(99_999), as })
    assert.deepEqual([unknown.statusCode, unknown.body], [404, 'Not Found'])
    assert.equal((await server.request({ url: '/api/v1/users/x/token-sessions', as })).statusCode, 400)
    assert.equal((await server.request({ url: `${url(user.id)}?sort=id`, as })).statusCode, 400)
  })

  test('are ended one by one; those of others are unknown', async () => {
    const user = await addUser()
    const [as, gone] = [
      await server.login(user.name, 'a good password'),
      await server.login(user.name, 'a good password'),
    ]
    await me(gone)
    const { data } = (await server.request({ url: url(user.id), as })).json()
    const { id } = data.find((session: { currentSession: boolean }) => !session.currentSession)
    const revoke = (userId: number, tokenId: number) =>
      server.request({ method: 'POST', url: `${url(userId)}/${tokenId}/revoke`, as })
    assert.equal((await revoke(1, id)).statusCode, 403)
    assert.equal((await revoke(user.id, 99_999)).statusCode, 404)
    assert.deepEqual((await revoke(user.id, id)).json(), { success: true })
    await expectProblem(me(gone), 401, 'invalid_token')
    assert.equal((await me(as)).statusCode, 200)
  })

  test('that nobody can go on with are removed', async () => {
    const [expired, alive] = [await server.login(), await server.login()]
    await server.ctx.db
      .updateTable('oAuthToken')
      .set({ refreshTokenExpiresAt: new Date(0), accessTokenExpiresAt: new Date(0) })
      .where('accessToken', '=', hashToken(expired))
      .execute()
    await deleteExpiredTokens(server.ctx.db, server.ctx.clock.now())
    const left = await server.ctx.db.selectFrom('oAuthToken').select('accessToken').execute()
    const kept = [expired, alive].map((one) => left.some((row) => row.accessToken === hashToken(one)))
    assert.deepEqual(kept, [false, true])
  })
})
