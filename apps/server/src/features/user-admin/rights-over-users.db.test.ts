import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { requestsTo } from '#app/test-requests.ts'
import type { TestServer } from '#app/test-server.ts'
import { startMailServer } from '#features/mails/testing/start-mail-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { userRows } from './testing/user-rows.ts'

let server: TestServer
let close: () => Promise<void>
let anna: number
const rootId = 1

before(async () => {
  ;({ server, close } = await startMailServer())
  anna = (await addUser(server.ctx, 'anna')).userId
})
after(() => close())

const { send } = requestsTo(() => server, '/api/v1/users')
const { row, freshUser } = userRows(() => server)

/** Names and tokens that are used once. */
let made = 0

/** Who may do what to whom: `c` = the caller's own account. */
const targets = ['root', 'admin', 'moderator', 'user'] as const
const operations: Record<string, (id: number) => [method: 'PUT' | 'POST' | 'DELETE', path: string, body?: object]> = {
  'update quota': (id) => ['PUT', `/${id}`, { videoQuota: 7 }],
  'update password': (id) => ['PUT', `/${id}`, { password: userPassword }],
  'update address': (id) => ['PUT', `/${id}`, { email: `changed${id}-${++made}@example.com` }],
  'make administrator': (id) => ['PUT', `/${id}`, { role: 0 }],
  'make moderator': (id) => ['PUT', `/${id}`, { role: 1 }],
  'make user': (id) => ['PUT', `/${id}`, { role: 2 }],
  block: (id) => ['POST', `/${id}/block`, { reason: 'because' }],
  unblock: (id) => ['POST', `/${id}/unblock`],
  delete: (id) => ['DELETE', `/${id}`],
}
// In the order of `targets`.
const expected: Record<string, Record<'administrator' | 'moderator' | 'user', number[]>> = {
  'update quota': { administrator: [204, 204, 204, 204], moderator: [403, 403, 403, 204], user: [403, 403, 403, 403] },
  'update password': {
    administrator: [204, 204, 204, 204],
    moderator: [403, 403, 403, 204],
    user: [403, 403, 403, 403],
  },
  'update address': {
    administrator: [204, 204, 204, 204],
    moderator: [403, 403, 403, 204],
    user: [403, 403, 403, 403],
  },
  'make administrator': {
    administrator: [204, 204, 204, 204],
    moderator: [403, 403, 403, 403],
    user: [403, 403, 403, 403],
  },
  'make moderator': {
    administrator: [400, 204, 204, 204],
    moderator: [400, 403, 403, 403],
    user: [403, 403, 403, 403],
  },
  'make user': { administrator: [400, 204, 204, 204], moderator: [400, 403, 403, 204], user: [403, 403, 403, 403] },
  block: { administrator: [400, 204, 204, 204], moderator: [400, 403, 403, 204], user: [403, 403, 403, 403] },
  unblock: { administrator: [400, 204, 204, 204], moderator: [400, 403, 403, 204], user: [403, 403, 403, 403] },
  delete: { administrator: [400, 204, 204, 204], moderator: [400, 403, 403, 204], user: [403, 403, 403, 403] },
}

describe('rights over users', () => {
  const roles = { administrator: 0, moderator: 1, user: 2 } as const
  const targetRole = { admin: 0, moderator: 1, user: 2 } as const
  for (const caller of ['administrator', 'moderator', 'user'] as const) {
    for (const [name, build] of Object.entries(operations)) {
      test(`${caller}: ${name}`, async () => {
        const actor = await freshUser(roles[caller])
        const as = await server.login(actor.name, userPassword)
        for (const [index, target] of targets.entries()) {
          const id = target === 'root' ? rootId : (await freshUser(targetRole[target])).userId
          const roleBefore = (await row(id)).role
          if (target === 'root' && caller === 'administrator' && name === 'update password') continue
          const [method, path, body] = build(id)
          const answer = await send(method, path, as, body)
          assert.equal(answer.statusCode, expected[name]![caller][index], `${target}: ${answer.body}`)
          if (answer.statusCode === 204) continue
          const after = await row(id)
          assert.equal(after.role, roleBefore)
          assert.equal(after.blocked, false)
        }
      })
    }
  }

  /** What protects an account rather than describes it. `prepare` returns the path below `/users` and the body. */
  const protections: Record<string, (id: number) => Promise<[method: 'GET' | 'POST', path: string, body?: object]>> = {
    'list sessions': async (id) => ['GET', `/${id}/token-sessions`],
    'revoke a session': async (id) => {
      const tokenId = await openSession(id)
      return ['POST', `/${id}/token-sessions/${tokenId}/revoke`]
    },
    'revoke a session by GET': async (id) => ['GET', `/${id}/token-sessions/${await openSession(id)}/revoke`],
    'request a second factor': async (id) => {
      await setOtpSecret(id, null)
      return ['POST', `/${id}/two-factor/request`, { currentPassword: userPassword }]
    },
    'disable the second factor': async (id) => {
      await setOtpSecret(id, '00:00')
      return ['POST', `/${id}/two-factor/disable`, { currentPassword: userPassword }]
    },
  }
  const setOtpSecret = (id: number, otpSecret: string | null) =>
    server.ctx.db.updateTable('user').set({ otpSecret }).where('id', '=', id).execute()
  async function openSession(userId: number): Promise<number> {
    const client = await server.ctx.db.selectFrom('oAuthClient').select('id').executeTakeFirstOrThrow()
    const later = new Date(Date.now() + 3_600_000)
    const token = { accessToken: `access-${++made}`, refreshToken: `refresh-${made}`, oAuthClientId: client.id, userId }
    const dates = { accessTokenExpiresAt: later, refreshTokenExpiresAt: later, createdAt: later, updatedAt: later }
    const values = { ...token, ...dates }
    return (await server.ctx.db.insertInto('oAuthToken').values(values).returning('id').executeTakeFirstOrThrow()).id
  }

  for (const caller of ['administrator', 'moderator', 'user'] as const) {
    for (const [name, prepare] of Object.entries(protections)) {
      test(`${caller}: ${name}`, async () => {
        const actor = await freshUser(roles[caller])
        const as = await server.login(actor.name, userPassword)
        for (const target of targets) {
          const id = target === 'root' ? rootId : (await freshUser(targetRole[target])).userId
          const [method, path, body] = await prepare(id)
          const before = (await row(id)).otpSecret
          const answer = await send(method, path, as, body)
          const allowed = caller === 'administrator' || (caller === 'moderator' && target === 'user')
          assert.equal(answer.statusCode < 300, allowed, `${target}: ${answer.statusCode} ${answer.body}`)
          if (!allowed) {
            assert.equal(answer.statusCode, 403, target)
            assert.equal((await row(id)).otpSecret, before)
          }
        }
        await setOtpSecret(rootId, null)
      })
    }

    test(`${caller}: create`, async () => {
      const actor = await freshUser(roles[caller])
      const as = await server.login(actor.name, userPassword)
      for (const role of [0, 1, 2]) {
        const username = `made${++made}`
        const body = { username, email: `${username}@example.com`, password: userPassword, role }
        const answer = await send('POST', '', as, { ...body, videoQuota: -1, videoQuotaDaily: -1 })
        const allowed = caller === 'administrator' || (caller === 'moderator' && role === 2)
        assert.equal(answer.statusCode, allowed ? 200 : 403, `${role}: ${answer.body}`)
        const found = await server.ctx.db.selectFrom('user').select('role').where('username', '=', username).execute()
        assert.deepEqual(found, allowed ? [{ role }] : [])
      }
    })

    test(`${caller}: accept a request that asks for a role`, async () => {
      const actor = await freshUser(roles[caller])
      const as = await server.login(actor.name, userPassword)
      const username = `asking${++made}`
      await server.ctx.settings.override({ signup: { requires_approval: true, limit: -1 } })
      const body = { username, email: `${username}@example.com`, password: userPassword, registrationReason: 'Please' }
      const asked = await send('POST', '/registrations/request', undefined, { ...body, role: 0, adminFlags: 1 })
      await server.ctx.settings.clearOverride()
      assert.equal(asked.statusCode, 200, asked.body)
      const path = `/registrations/${asked.json().id}/accept`
      const answer = await send('POST', path, as, { moderationResponse: 'Welcome', role: 0, adminFlags: 1 })
      assert.equal(answer.statusCode, caller === 'user' ? 403 : 204, answer.body)
      const columns = ['role', 'adminFlags'] as const
      const found = await server.ctx.db.selectFrom('user').select(columns).where('username', '=', username).execute()
      assert.deepEqual(found, caller === 'user' ? [] : [{ role: 2, adminFlags: 0 }])
    })
  }

  test('a moderator gets no link to the password of others: it goes to their address alone', async () => {
    const target = await freshUser(0)
    const actor = await freshUser(1)
    const as = await server.login(actor.name, userPassword)
    const payload = { email: `${target.name}@example.com` }
    const answer = await send('POST', '/ask-reset-password', as, payload)
    assert.deepEqual([answer.statusCode, answer.body], [204, ''])
    const links = await server.ctx.db.selectFrom('sepiola.accountLink').selectAll().execute()
    assert.ok(links.every(({ userId, email }) => userId !== target.userId || email === payload.email))
    const guess = { verificationString: 'a'.repeat(64), password: 'another good one' }
    assert.equal((await send('POST', `/${target.userId}/reset-password`, as, guess)).statusCode, 403)
    assert.ok(await server.login(target.name, userPassword))
  })

  test('a moderator cannot raise, change or remove their own account this way', async () => {
    const actor = await freshUser(1)
    const as = await server.login(actor.name, userPassword)
    for (const build of Object.values(operations)) {
      const [method, path, body] = build(actor.userId)
      assert.equal((await send(method, path, as, body)).statusCode, 403)
    }
    const created = { username: 'raised', email: 'raised@example.com', password: userPassword, role: 0 }
    assert.equal((await send('POST', '', as, created)).statusCode, 403)
    assert.equal((await row(actor.userId)).role, 1)
  })

  test('nobody without a session gets anywhere', async () => {
    for (const build of Object.values(operations)) {
      const [method, path, body] = build(anna)
      assert.equal((await send(method, path, undefined, body)).statusCode, 401)
    }
  })
})
