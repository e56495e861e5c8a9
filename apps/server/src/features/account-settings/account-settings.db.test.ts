import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, afterEach, before, describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import sharp from 'sharp'
import { formOf, requestsTo } from '#app/test-requests.ts'
import type { TestServer } from '#app/test-server.ts'
import type { Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { startMailServer } from '#features/mails/testing/start-mail-server.ts'
import { addPerson } from '#features/videos/testing/add-people.ts'
import { userPassword as password } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'

let mailbox: Mailbox
let server: TestServer
let root: string

let close: () => Promise<void>

before(async () => {
  ;({ mailbox, server, close } = await startMailServer())
  root = await server.login()
})
after(() => close())
afterEach(() => server.ctx.settings.clearOverride())

const { send } = requestsTo(() => server, '/api/v1/users')
const me = async (as: string) => (await send('GET', '/me', as)).json()
const row = (id: number) => server.ctx.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

let made = 0
async function person(role = 2) {
  const { userId, username, ...rest } = await addPerson(server, `person${++made}`, role)
  return { id: userId, username, email: `${username}@example.com`, ...rest }
}

describe('PUT /users/me', () => {
  const put = (as: string, payload: object) => send('PUT', '/me', as, payload)

  test('saves every preference and leaves the others', async () => {
    const { as } = await person()
    const before = await me(as)
    const change = {
      nsfwPolicy: 'blur',
      nsfwFlagsDisplayed: 1,
      nsfwFlagsHidden: 2,
      nsfwFlagsWarned: 0,
      nsfwFlagsBlurred: 0,
      p2pEnabled: !before.p2pEnabled,
      autoPlayVideo: !before.autoPlayVideo,
      autoPlayNextVideo: true,
      autoPlayNextVideoPlaylist: false,
      videosHistoryEnabled: false,
      videoLanguages: ['en', 'fr'],
      language: 'fr',
      theme: 'peertube-core-dark-brown',
      noInstanceConfigWarningModal: true,
      noWelcomeModal: true,
      noAccountSetupWarningModal: true,
    }
    const answer = await put(as, change)
    assert.deepEqual([answer.statusCode, answer.body], [204, ''])
    assert.deepEqual(await me(as), { ...before, ...change })
    assert.equal((await put(as, {})).statusCode, 204)
    assert.equal((await put(as, { language: null, videoLanguages: null, nsfwFlagsHidden: null })).statusCode, 204)
    const after = await me(as)
    assert.deepEqual([after.language, after.videoLanguages, after.nsfwFlagsHidden], [null, null, 0])
    assert.deepEqual([after.nsfwPolicy, after.nsfwFlagsDisplayed], ['blur', 1])
  })

  test('saves name and description, and tells followers only of a change', async () => {
    const seen: unknown[] = []
    const { publish } = server.ctx.events
    server.ctx.events.publish = async (tx, event, payload) => {
      if (event.name === 'account.updated') seen.push(payload)
      await publish(tx, event, payload)
    }
    try {
      const { as, username, accountId } = await person()
      await put(as, { displayName: 'A name', description: 'I am somebody' })
      const { account } = await me(as)
      assert.deepEqual([account.displayName, account.description], ['A name', 'I am somebody'])
      await put(as, { displayName: 'A name', p2pEnabled: true })
      assert.deepEqual(seen, [{ accountId }])
      await put(as, { description: null, displayName: null })
      const changed = (await me(as)).account
      assert.deepEqual([changed.displayName, changed.description], [username, null])
      assert.equal(seen.length, 2)
    } finally {
      server.ctx.events.publish = publish
    }
  })

  test('names every wrong field', async () => {
    const { as } = await person()
    const wrong: Record<string, unknown> = {
      displayName: '',
      description: 'no',
      nsfwPolicy: 'sometimes',
      nsfwFlagsHidden: -1,
      p2pEnabled: 'maybe',
      autoPlayVideo: 3,
      autoPlayNextVideo: 'x',
      videosHistoryEnabled: 'x',
      videoLanguages: Array.from({ length: 500 }, () => 'en'),
      language: 'klingon',
      theme: 'peertube-theme-none',
      noWelcomeModal: 'x',
      noInstanceConfigWarningModal: 'x',
      noAccountSetupWarningModal: 'x',
    }
    for (const [field, value] of Object.entries(wrong)) {
      const answer = await put(as, { [field]: value })
      assert.equal(answer.statusCode, 400, field)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    }
    const together = { displayName: '', language: 'klingon', theme: 'peertube-theme-none' }
    assert.deepEqual(Object.keys((await put(as, together)).json()['invalid-params']), Object.keys(together))
    assert.equal((await put(as, { language: 'null' })).statusCode, 204)
    assert.equal((await put(as, { autoPlayNextVideoPlaylist: 'anything' })).statusCode, 204)
    assert.equal((await send('PUT', '/me', undefined, {})).statusCode, 401)
  })

  test('keeps the order of its checks', async () => {
    const { as, id } = await person()
    const overlap = { nsfwFlagsHidden: 1, nsfwFlagsWarned: 1 }
    const wrongField = { displayName: '' }
    const detail = async (payload: object) => {
      const { status, code, detail: text } = (await put(as, payload)).json()
      return [status, code ?? text.split(' ').slice(0, 3).join(' ')]
    }
    const taken = { email: 'admin@example.com', currentPassword: password }
    assert.deepEqual(await detail({ ...overlap, password: 'x', ...wrongField }), [400, 'Cannot use same'])
    assert.deepEqual(await detail({ password: 'x', ...wrongField }), [400, 'currentPassword parameter is'])
    const wrong = { currentPassword: 'wrong' }
    assert.deepEqual(await detail({ password: 'x', ...wrongField, ...wrong }), [401, 'current_password_is_invalid'])
    assert.deepEqual(await detail({ email: 'x', ...wrongField, ...wrong }), [401, 'current_password_is_invalid'])
    assert.deepEqual(await detail({ ...taken, ...wrongField }), [400, 'Incorrect request parameters:'])
    assert.equal((await detail(taken))[0], 409)
    await server.ctx.db.updateTable('user').set({ pluginAuth: 'ldap' }).where('id', '=', id).execute()
    assert.deepEqual(await detail({ password: 'x', ...wrongField }), [400, 'Cannot update password'])
    assert.deepEqual(await detail({ ...overlap, email: 'x' }), [400, 'Cannot use same'])
  })

  test('changes the password and keeps the sessions', async () => {
    const { as, username } = await person()
    const change = { password: 'another good one', currentPassword: password }
    assert.equal((await put(as, { ...change, password: 'short' })).statusCode, 400)
    assert.equal((await put(as, change)).statusCode, 204)
    assert.equal((await send('GET', '/me', as)).statusCode, 200)
    await assert.rejects(server.login(username, password), /invalid_grant/)
    await server.login(username, 'another good one')
  })

  test('changes the address at once while nobody asks for verification', async () => {
    const { as, id } = await person()
    const email = `changed${id}@example.com`
    assert.equal((await put(as, { email, currentPassword: password })).statusCode, 204)
    const user = await me(as)
    assert.deepEqual([user.email, user.pendingEmail, user.emailVerified], [email, null, null])
  })

  test('changes the address by a link to the new one when verification is on', async () => {
    await server.ctx.settings.override({ signup: { requires_email_verification: true } })
    const { as, id, email } = await person()
    const wanted = `wanted${id}@example.com`
    const ask = (address: string) => put(as, { email: address, currentPassword: password })
    assert.equal((await ask(wanted)).statusCode, 204)
    const waiting = await me(as)
    assert.deepEqual([waiting.email, waiting.pendingEmail, waiting.emailVerified], [email, wanted, true])
    const link = await mailbox.linkTo(wanted)
    assert.equal(link.url.searchParams.get('isPendingEmail'), 'true')
    const verify = (verificationString: string) =>
      send('POST', `/${id}/verify-email`, undefined, { verificationString, isPendingEmail: true })

    const other = `other${id}@example.com`
    await ask(other)
    assert.equal((await verify(link.verificationString)).statusCode, 403, 'a link to another address')
    const second = await mailbox.linkTo(other)
    assert.equal((await verify(second.verificationString)).statusCode, 204)
    const changed = await me(as)
    assert.deepEqual([changed.email, changed.pendingEmail, changed.emailVerified], [other, null, true])
    assert.equal((await verify(second.verificationString)).statusCode, 403)

    await ask(wanted)
    await ask(other)
    assert.equal((await me(as)).pendingEmail, null, 'given up')
  })

  test('does not take an address that somebody got while the link was on its way', async () => {
    await server.ctx.settings.override({ signup: { requires_email_verification: true } })
    const { as, id } = await person()
    const rival = await person()
    const wanted = `rival${id}@example.com`
    await put(as, { email: wanted, currentPassword: password })
    const { verificationString } = await mailbox.linkTo(wanted)
    await server.ctx.db.updateTable('user').set({ email: wanted }).where('id', '=', rival.id).execute()
    const body = { verificationString, isPendingEmail: true }
    assert.equal((await send('POST', `/${id}/verify-email`, undefined, body)).statusCode, 409)
  })

  test('slows down who guesses the password', async () => {
    const { as } = await person()
    const statuses: number[] = []
    for (let tries = 0; tries < 22; tries++) {
      statuses.push((await put(as, { password: 'x', currentPassword: 'guess' })).statusCode)
    }
    assert.deepEqual([statuses[0], statuses.at(-1)], [401, 429])
  })
})

describe('avatars', () => {
  const pick = (as: string, content: Buffer, filename: string, field = 'avatarfile') =>
    send('POST', '/me/avatar/pick', as, formOf({}, { [field]: [filename, content] }))
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#2a6f97' } })

  test('come in four sizes, in the format that was sent', async () => {
    const { as } = await person()
    const files = {
      'a.png': await picture(300, 300).png().toBuffer(),
      'b.JPG': await picture(640, 360).jpeg().toBuffer(),
      'c.webp': await picture(20, 90).webp().toBuffer(),
      'd.gif': await picture(64, 64).gif().toBuffer(),
    }
    for (const [name, content] of Object.entries(files)) {
      const answer = await pick(as, content, name)
      assert.equal(answer.statusCode, 200, answer.body)
      const { avatars } = answer.json()
      assert.deepEqual(
        avatars.map((avatar: any) => [avatar.width, avatar.height]),
        [1500, 600, 120, 48].map((side) => [side, side]),
      )
      for (const avatar of avatars) {
        const { rawPayload, statusCode } = await server.request({ url: avatar.path })
        assert.equal(statusCode, 200)
        const { width, height } = await sharp(rawPayload).metadata()
        assert.deepEqual([width, height], [avatar.width, avatar.height])
      }
      assert.deepEqual((await me(as)).account.avatars, avatars)
    }
  })

  test('replace each other; the files of the former go', async () => {
    const { as } = await person()
    const content = await picture(48, 48).png().toBuffer()
    const first = (await pick(as, content, 'a.png')).json().avatars
    const second = (await pick(as, content, 'a.png')).json().avatars
    assert.equal((await me(as)).account.avatars.length, 4)
    await gone(first)
    const answer = await send('DELETE', '/me/avatar', as)
    assert.deepEqual([answer.statusCode, answer.json()], [200, { avatars: [] }])
    assert.deepEqual((await me(as)).account.avatars, [])
    await gone(second)
    assert.equal((await send('DELETE', '/me/avatar', as)).statusCode, 200)
  })

  async function gone(avatars: { path: string }[]) {
    for (let tries = 0; tries < 200; tries++) {
      const left = await Promise.all(
        avatars.map(({ path }) => server.ctx.storage.stat('avatars', path.split('/').at(-1)!)),
      )
      if (left.every((file) => file === undefined)) return
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    assert.fail('files are left')
  }

  test('that are hostile, of another kind, too large or missing are refused and leave nothing', async () => {
    const { as } = await person()
    const good = await picture(48, 48).png().toBuffer()
    // 30000 × 30000 pixels in a few hundred bytes.
    const bomb = Buffer.from(good)
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>',
    )
    const noise = Buffer.from(Array.from({ length: 120_000 }, (_, at) => (at * 7919) % 251))
    const refused: [string, Buffer][] = [
      ['half.png', good.subarray(0, 60)],
      ['bomb.png', bomb],
      ['vector.png', svg],
      ['vector.svg', svg],
      ['page.png', Buffer.from('<html><script>alert(1)</script></html>')],
      ['empty.png', Buffer.alloc(0)],
      ['movie.mp4', good],
      ['large.png', noise],
    ]
    for (const [name, content] of refused) {
      const answer = await pick(as, content, name)
      assert.equal(answer.statusCode, 400, `${name}: ${answer.body}`)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), ['avatarfile'])
    }
    assert.equal((await pick(as, good, 'a.png', 'other')).statusCode, 400)
    assert.equal((await server.request({ method: 'POST', url: '/api/v1/users/me/avatar/pick', as })).statusCode, 400)
    assert.deepEqual((await me(as)).account.avatars, [])
    assert.equal((await send('DELETE', '/me/avatar')).statusCode, 401)
  })
})

describe('two factors', () => {
  const code = (secret: string, shift = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
      timestamp: Date.now() + shift,
    })
  const ask = (id: number | string, as?: string, body?: object) => send('POST', `/${id}/two-factor/request`, as, body)
  const confirm = (id: number | string, as: string, body: object) =>
    send('POST', `/${id}/two-factor/confirm-request`, as, body)
  const disable = (id: number, as: string, body?: object) => send('POST', `/${id}/two-factor/disable`, as, body)
  const current = { currentPassword: password }

  async function enable(one: { id: number; as: string }, by = one.as, body: object = current) {
    const answer = await ask(one.id, by, body)
    assert.equal(answer.statusCode, 200, answer.body)
    const { requestToken, secret } = answer.json().otpRequest
    assert.equal((await confirm(one.id, by, { requestToken, otpToken: code(secret) })).statusCode, 204)
    return secret as string
  }

  test('are asked for, confirmed, needed to sign in, and disabled', async () => {
    const one = await person()
    const { requestToken, secret, uri } = (await ask(one.id, one.as, current)).json().otpRequest
    const parsed = new URL(uri)
    assert.equal(parsed.protocol, 'otpauth:')
    assert.deepEqual(
      [parsed.searchParams.get('issuer'), parsed.searchParams.get('secret')],
      [server.ctx.origin.host, secret],
    )
    assert.match(decodeURIComponent(parsed.pathname), new RegExp(one.email))
    assert.equal((await me(one.as)).twoFactorEnabled, false)

    assert.equal((await confirm(one.id, one.as, { requestToken: 'x', otpToken: code(secret) })).statusCode, 403)
    assert.equal((await confirm(one.id, one.as, { requestToken, otpToken: '000000' })).statusCode, 403)
    assert.equal((await confirm(one.id, one.as, { requestToken })).statusCode, 400)
    assert.equal((await confirm(one.id, one.as, { requestToken, otpToken: code(secret) })).statusCode, 204)
    assert.equal((await me(one.as)).twoFactorEnabled, true)
    assert.doesNotMatch((await row(one.id)).otpSecret!, new RegExp(secret))
    assert.match((await row(one.id)).otpSecret!, /^[0-9a-f]{32}:[0-9a-f]+$/)
    assert.equal((await confirm(one.id, one.as, { requestToken, otpToken: code(secret) })).statusCode, 400)
    assert.equal((await ask(one.id, one.as, current)).statusCode, 400)

    await assert.rejects(server.login(one.username, password), /missing_two_factor/)
    const client = (await server.request({ url: '/api/v1/oauth-clients/local' })).json()
    const signedIn = await server.request({
      method: 'POST',
      url: '/api/v1/users/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-peertube-otp': code(secret) },
      payload: new URLSearchParams({ ...client, grant_type: 'password', username: one.username, password }).toString(),
    })
    assert.equal(signedIn.statusCode, 200, signedIn.body)

    assert.equal((await disable(one.id, one.as, { currentPassword: 'wrong' })).statusCode, 403)
    assert.equal((await disable(one.id, one.as, current)).statusCode, 204)
    assert.equal((await disable(one.id, one.as, current)).statusCode, 400)
    await server.login(one.username, password)
  })

  test('keep the order of their refusals', async () => {
    const one = await person()
    const other = await person()
    const wrong = await ask(one.id, one.as, { currentPassword: 'wrong' })
    assert.deepEqual([wrong.statusCode, wrong.json().code], [403, 'current_password_is_invalid'])
    assert.equal((await ask(one.id, one.as)).statusCode, 400)
    assert.equal((await ask('me', one.as, current)).statusCode, 400)
    assert.equal((await ask(9999, one.as, current)).statusCode, 404)
    assert.equal((await ask(other.id, one.as, current)).statusCode, 403)
    assert.equal((await ask(other.id, one.as)).statusCode, 400)
    assert.equal((await ask(one.id)).statusCode, 401)
    assert.equal((await confirm('x', one.as, {})).statusCode, 400)
    assert.equal((await confirm(9999, one.as, {})).statusCode, 404)
    assert.equal((await confirm(other.id, one.as, {})).statusCode, 403)
    assert.equal((await disable(other.id, one.as, current)).statusCode, 403)
    const root404 = await ask(99_999_999_999, root)
    assert.ok([400, 404].includes(root404.statusCode), root404.body)
    assert.ok([400, 404].includes((await confirm(99_999_999_999, root, {})).statusCode))
  })

  test('a request is of one person and lives ten minutes', async () => {
    const one = await person()
    const other = await person()
    const { requestToken, secret } = (await ask(one.id, one.as, current)).json().otpRequest
    assert.equal((await confirm(other.id, other.as, { requestToken, otpToken: code(secret) })).statusCode, 403)
    const request = server.ctx.db.selectFrom('sepiola.twoFactorRequest').selectAll().where('userId', '=', one.id)
    const { tokenHash, otpSecret, expiresAt } = await request.executeTakeFirstOrThrow()
    assert.equal(tokenHash, createHash('sha256').update(requestToken).digest('hex'))
    assert.ok(!otpSecret.includes(secret))
    const minutes = (expiresAt.getTime() - Date.now()) / 60_000
    assert.ok(minutes > 9 && minutes <= 10)
    await server.ctx.db.updateTable('sepiola.twoFactorRequest').set({ expiresAt: new Date() }).execute()
    assert.equal((await confirm(one.id, one.as, { requestToken, otpToken: code(secret) })).statusCode, 403)
  })

  test('moderators and administrators need no password for others, moderators reach plain users only', async () => {
    const moderator = await person(1)
    const administrator = await person(0)
    const plain = await person()
    const colleague = await person(1)
    await enable(plain, moderator.as, {})
    assert.equal((await disable(plain.id, moderator.as)).statusCode, 204)
    await enable(plain, root, {})
    assert.equal((await disable(plain.id, root)).statusCode, 204)
    for (const target of [administrator, colleague]) {
      assert.equal((await ask(target.id, moderator.as)).statusCode, 403)
      await enable(target)
      assert.equal((await disable(target.id, moderator.as)).statusCode, 403)
      assert.equal((await disable(target.id, root)).statusCode, 204)
    }
    assert.equal((await ask(moderator.id, moderator.as)).statusCode, 400, 'the own one needs the password')
  })
})

test('POST /users/me/new-feature-info/read adds a bit', async () => {
  const { as, id } = await person()
  await server.ctx.db.updateTable('user').set({ newFeaturesInfoRead: 4 }).where('id', '=', id).execute()
  const read = (feature: unknown) => send('POST', '/me/new-feature-info/read', as, { feature })
  assert.equal((await read(1)).statusCode, 204)
  assert.equal((await read(1)).statusCode, 204)
  assert.equal((await row(id)).newFeaturesInfoRead, 5)
  assert.equal((await read(3)).statusCode, 400)
  assert.equal((await send('POST', '/me/new-feature-info/read', undefined, { feature: 1 })).statusCode, 401)
})

test('the feed token is read and renewed', async () => {
  const { as } = await person()
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4/
  const first = (await send('GET', '/scoped-tokens', as)).json().feedToken
  assert.match(first, uuid)
  assert.equal((await send('GET', '/scoped-tokens', as)).json().feedToken, first)
  const second = (await send('POST', '/scoped-tokens', as)).json().feedToken
  assert.match(second, uuid)
  assert.notEqual(second, first)
  assert.equal((await send('GET', '/scoped-tokens', as)).json().feedToken, second)
  assert.equal((await send('GET', '/scoped-tokens')).statusCode, 401)
})

describe('PUT /users/me/notification-settings', () => {
  const required = {
    newVideoFromSubscription: 3,
    newCommentOnMyVideo: 2,
    abuseAsModerator: 0,
    videoAutoBlacklistAsModerator: 1,
    blacklistOnMyVideo: 0,
    myVideoImportFinished: 3,
    myVideoPublished: 2,
    commentMention: 3,
    newFollow: 0,
    newUserRegistration: 2,
    newInstanceFollower: 3,
    autoInstanceFollowing: 2,
  }
  const put = (as: string, body: object) => send('PUT', '/me/notification-settings', as, body)

  test('saves what is required and what is given beside', async () => {
    const { as } = await person()
    const before = (await me(as)).notificationSettings
    assert.equal((await put(as, { ...required, abuseNewMessage: 0, automaticBlocklist: 3 })).statusCode, 204)
    assert.deepEqual((await me(as)).notificationSettings, { ...before, ...required, abuseNewMessage: 0 })
  })

  test('takes numbers from 0 to 3 and all twelve', async () => {
    const { as } = await person()
    for (const field of Object.keys(required)) {
      for (const value of [undefined, 4, -1, '1', null]) {
        const answer = await put(as, { ...required, [field]: value })
        assert.equal(answer.statusCode, 400, `${field} ${String(value)}`)
        assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
      }
    }
    assert.equal((await send('PUT', '/me/notification-settings', undefined, required)).statusCode, 401)
  })
})

describe('DELETE /users/me', () => {
  test('removes the own account with its videos', async () => {
    const one = await person()
    const video = await makeTestVideo(server.ctx, { owner: one.username })
    assert.equal((await send('DELETE', '/me', one.as)).statusCode, 204)
    assert.equal((await send('GET', '/me', one.as)).statusCode, 401)
    assert.equal((await server.request({ url: `/api/v1/videos/${video.uuid}` })).statusCode, 404)
    assert.equal((await server.request({ url: `/api/v1/accounts/${one.username}` })).statusCode, 404)
    await assert.rejects(server.login(one.username, password), /invalid_grant/)
  })

  test('is not for root', async () => {
    assert.equal((await send('DELETE', '/me', root)).statusCode, 400)
    assert.equal((await send('DELETE', '/me')).statusCode, 401)
  })
})
