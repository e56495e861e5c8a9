import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { requestsTo } from '#app/test-requests.ts'
import type { TestServer } from '#app/test-server.ts'
import type { Mailbox } from '#features/mails/testing/start-mailbox.ts'
import { startMailServer } from '#features/mails/testing/start-mail-server.ts'
import { addUser, userPassword } from '#features/videos/testing/add-user.ts'
import { makeTestVideo } from '#features/videos/testing/make-test-video.ts'
import { userRows } from './testing/user-rows.ts'

let mailbox: Mailbox
let server: TestServer
let close: () => Promise<void>
let root: string
let moderator: string
let user: string
const ids: Record<string, number> = {}

before(async () => {
  ;({ mailbox, server, close } = await startMailServer())
  ids.root = 1
  for (const [name, role] of Object.entries({ chief: 0, mod: 1, mod2: 1, anna: 2, bert: 2 })) {
    ids[name] = (await addUser(server.ctx, name, { role })).userId
  }
  root = await server.login()
  moderator = await server.login('mod', userPassword)
  user = await server.login('anna', userPassword)
})
after(() => close())

const { send } = requestsTo(() => server, '/api/v1/users')
const { row, freshUser } = userRows(() => server)

describe('GET /users', () => {
  const list = async (query: string) => (await send('GET', `?${query}`, root)).json()
  const names = async (query: string) => (await list(query)).data.map((one: any) => one.username)

  test('finds by name and address, ban and role', async () => {
    assert.deepEqual(await names('search=ANN'), ['anna'])
    assert.deepEqual(await names('search=bert@example'), ['bert'])
    assert.deepEqual(await names('search=%25'), [])
    assert.deepEqual(await names('role=1&sort=username'), ['mod', 'mod2'])
    await server.ctx.db.updateTable('user').set({ blocked: true }).where('username', '=', 'mod2').execute()
    assert.deepEqual(await names('blocked=true'), ['mod2'])
    assert.equal((await list('blocked=false')).total, 5)
    await server.ctx.db.updateTable('user').set({ blocked: false }).where('username', '=', 'mod2').execute()
  })

  test('sorts with NULLs first ascending and last descending, then by id', async () => {
    const never = ['chief', 'mod2', 'bert']
    assert.deepEqual((await names('sort=lastLoginDate')).slice(0, 3), never)
    assert.deepEqual((await names('sort=-lastLoginDate')).slice(-3), never)
    assert.deepEqual((await names('sort=-username'))[0], 'root')
    assert.deepEqual(await names('sort=-role&count=2'), ['anna', 'bert'])
    assert.deepEqual(await names('sort=id&start=1&count=1'), ['chief'])
  })

  test('tells sizes and sorts by them', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'bert' })
    const { data } = await list('sort=-videoQuotaUsed')
    const sizes = [video.webVideo.length, video.hlsVideo.length]
    assert.equal(data[0].username, 'bert')
    assert.equal(data[0].videoQuotaUsed, Math.max(...sizes))
    assert.equal(data[0].videoQuotaUsedDaily, Math.max(...sizes))
    assert.equal(data[0].totalVideoFileSize, sizes[0]! + sizes[1]!)
    assert.deepEqual([data[1].videoQuotaUsed, data[1].totalVideoFileSize, data[0].adminFlags], [0, 0, 0])
    assert.equal(data[0].password, undefined)
    await server.ctx.db.updateTable('videoFile').set({ size: 70 }).execute()
    assert.equal((await list('search=bert')).data[0].totalVideoFileSize, 70)
    await server.ctx.db
      .updateTable('video')
      .set({ createdAt: new Date(0) })
      .execute()
    const old = (await list('search=bert')).data[0]
    assert.deepEqual([old.videoQuotaUsed, old.videoQuotaUsedDaily], [70, 0])
  })

  test('refuses wrong parameters and who does not manage users', async () => {
    for (const query of ['role=3', 'blocked=maybe', 'sort=password', 'count=101', 'start=-1']) {
      const answer = await send('GET', `?${query}`, root)
      assert.equal(answer.statusCode, 400, query)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [query.split('=')[0]])
    }
    assert.equal((await send('GET', '')).statusCode, 401)
    assert.equal((await send('GET', '', user)).statusCode, 403)
    assert.equal((await send('GET', '', moderator)).statusCode, 200)
  })
})

describe('GET /users/{id}', () => {
  test('tells one user, with statistics when asked', async () => {
    const plain = (await send('GET', `/${ids.bert}`, moderator)).json()
    assert.equal(plain.username, 'bert')
    assert.equal(plain.adminFlags, 0)
    assert.equal(plain.notificationSettings.newFollow, 1)
    assert.equal(plain.videosCount, undefined)
    const { videosCount, abusesCount, abusesAcceptedCount, abusesCreatedCount, videoCommentsCount, videoQuotaUsed } = (
      await send('GET', `/${ids.bert}?withStats=true`, root)
    ).json()
    assert.deepEqual(
      [videosCount, abusesCount, abusesAcceptedCount, abusesCreatedCount, videoCommentsCount, videoQuotaUsed],
      [1, 0, 0, 0, 0, 70],
    )
  })

  test('counts reports and comments', async () => {
    const { userId, accountId } = await freshUser()
    const now = new Date()
    const dates = { createdAt: now, updatedAt: now }
    await server.ctx.db
      .insertInto('abuse')
      .values([
        { reason: 'spam', state: 1, flaggedAccountId: accountId, ...dates },
        { reason: 'spam', state: 3, flaggedAccountId: accountId, reporterAccountId: accountId, ...dates },
      ])
      .execute()
    const video = await makeTestVideo(server.ctx)
    await server.ctx.db
      .insertInto('videoComment')
      .values({ url: 'http://x/1', text: 'hi', heldForReview: false, videoId: video.id, accountId, ...dates })
      .execute()
    const stats = (await send('GET', `/${userId}?withStats=true`, root)).json()
    const { abusesCount, abusesAcceptedCount, abusesCreatedCount, videoCommentsCount } = stats
    assert.deepEqual([abusesCount, abusesAcceptedCount, abusesCreatedCount, videoCommentsCount], [2, 1, 1, 1])
  })

  test('is 404 without body for nobody, 400 for no id', async () => {
    const nobody = await send('GET', '/9999', root)
    assert.deepEqual([nobody.statusCode, nobody.body], [404, 'Not Found'])
    assert.equal((await send('GET', '/xyz', root)).statusCode, 400)
    assert.equal((await send('GET', `/${ids.bert}?withStats=perhaps`, root)).statusCode, 400)
  })
})

test('GET /users/autocomplete is public and minds the case', async () => {
  const complete = async (text: string) => (await send('GET', `/autocomplete?search=${text}`)).json()
  assert.deepEqual(await complete('mod'), ['mod', 'mod2'])
  assert.deepEqual(await complete('MOD'), [])
  assert.deepEqual(await complete('%25'), [])
  assert.ok((await complete('')).length <= 10)
})

describe('PUT /users/{id}', () => {
  test('changes what is given and nothing else', async () => {
    const { userId, name } = await freshUser()
    const before = await row(userId)
    const change = {
      email: `${name}@example.net`,
      emailVerified: true,
      videoQuota: 5,
      videoQuotaDaily: 6,
      adminFlags: 1,
    }
    assert.equal((await send('PUT', `/${userId}`, root, change)).statusCode, 204)
    const after = await row(userId)
    assert.deepEqual(after, { ...before, ...change, updatedAt: after.updatedAt })
    assert.equal((await send('PUT', `/${userId}`, root, {})).statusCode, 204)
  })

  test('makes an external account a local one and the reverse', async () => {
    const { userId } = await freshUser()
    for (const none of [null, '']) {
      await send('PUT', `/${userId}`, root, { pluginAuth: 'peertube-plugin-auth-ldap' })
      assert.equal((await row(userId)).pluginAuth, 'peertube-plugin-auth-ldap')
      await send('PUT', `/${userId}`, root, { pluginAuth: none })
      assert.equal((await row(userId)).pluginAuth, null)
    }
  })

  test('ends all sessions with another password or role, not with others', async () => {
    const { userId, name } = await freshUser()
    const me = async (as: string) => (await send('GET', '/me', as)).statusCode
    let token = await server.login(name, userPassword)
    await send('PUT', `/${userId}`, root, { videoQuota: 1, role: 2 })
    assert.equal(await me(token), 200)
    await send('PUT', `/${userId}`, root, { password: 'another good one' })
    assert.equal(await me(token), 401)
    await assert.rejects(server.login(name, userPassword), /invalid_grant/)
    token = await server.login(name, 'another good one')
    await send('PUT', `/${userId}`, root, { role: 1 })
    assert.equal(await me(token), 401)
    token = await server.login(name, 'another good one')
    assert.equal((await send('GET', '', token)).statusCode, 200)
  })

  test('is in force at the next request of a session that goes on', async () => {
    const { userId, name } = await freshUser()
    const token = await server.login(name, userPassword)
    await send('GET', '/me', token)
    await send('PUT', `/${userId}`, root, { email: `${name}@example.net` })
    assert.equal((await send('GET', '/me', token)).json().email, `${name}@example.net`)
  })

  test('refuses addresses and names of others, ignoring case', async () => {
    const { userId, name } = await freshUser()
    assert.equal((await send('PUT', `/${userId}`, root, { email: 'ANNA@example.com' })).statusCode, 409)
    assert.equal(
      (await send('PUT', `/${userId}`, root, { email: `${name.toUpperCase()}@example.com` })).statusCode,
      204,
    )
  })

  test('names every wrong field', async () => {
    const wrong = { email: 'x', videoQuota: -2, videoQuotaDaily: 'much', role: 3, adminFlags: -1, password: '' }
    for (const [field, value] of [
      ...Object.entries(wrong),
      ['password', 'short'],
      ['password', 'é'.repeat(40)],
    ] as const) {
      const answer = await send('PUT', `/${ids.anna}`, root, { [field]: value })
      assert.equal(answer.statusCode, 400, field)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [field])
    }
    assert.equal((await send('PUT', '/9999', root, {})).statusCode, 404)
  })
})

describe('POST /users/{id}/block', () => {
  test('ends sessions, keeps out, tells by mail; unblocking lets in again', async () => {
    const { userId, name } = await freshUser()
    await server.ctx.db.updateTable('user').set({ language: 'fr' }).where('id', '=', userId).execute()
    const token = await server.login(name, userPassword)
    assert.equal((await send('POST', `/${userId}/block`, root, { reason: 'Too <loud>' })).statusCode, 204)
    assert.equal((await send('GET', '/me', token)).statusCode, 401)
    await assert.rejects(
      server.login(name, userPassword),
      /account_blocked[^]*Too <loud>|Too <loud>[^]*account_blocked/,
    )
    const shown = (await send('GET', `/${userId}`, root)).json()
    assert.deepEqual([shown.blocked, shown.blockedReason], [true, 'Too <loud>'])
    const mail = await mailbox.mailTo(`${name}@example.com`)
    assert.match(mail.subject!, /Votre compte a été bloqué/)
    assert.match(mail.text!, /> Too <loud>/)
    assert.match(mail.html!, /Too &lt;loud&gt;/)

    assert.equal((await send('POST', `/${userId}/unblock`, root)).statusCode, 204)
    await server.login(name, userPassword)
    assert.equal((await row(userId)).blockedReason, null)
    assert.match((await mailbox.mailTo(`${name}@example.com`, 2)).subject!, /Votre compte est débloqué/)
  })

  test('refuses a short reason, takes null or none', async () => {
    const { userId } = await freshUser()
    const answer = await send('POST', `/${userId}/block`, root, { reason: 'no' })
    assert.deepEqual([answer.statusCode, Object.keys(answer.json()['invalid-params'])], [400, ['reason']])
    assert.equal((await send('POST', `/${userId}/block`, root, { reason: null })).statusCode, 204)
    assert.equal((await send('POST', `/${userId}/block`, root)).statusCode, 204)
    assert.equal((await send('POST', '/9999/block', root)).statusCode, 404)
  })
})

describe('DELETE /users/{id}', () => {
  test('removes all that belongs to the account and keeps its names', async () => {
    const { db, storage } = server.ctx
    const { userId, accountId, channelId, name } = await freshUser()
    const token = await server.login(name, userPassword)
    const video = await makeTestVideo(server.ctx, { owner: name })
    const other = await makeTestVideo(server.ctx)
    const now = new Date()
    const dates = { createdAt: now, updatedAt: now }
    await db
      .insertInto('accountVideoRate')
      .values({ type: 'like', url: 'http://x/l', videoId: other.id, accountId, ...dates })
      .execute()
    await db
      .insertInto('videoComment')
      .values({ url: 'http://x/c', text: 'hi', heldForReview: false, videoId: other.id, accountId, ...dates })
      .execute()
    await db.updateTable('video').set({ likes: 3, comments: 1 }).where('id', '=', other.id).execute()
    const actors = await db
      .selectFrom('actor')
      .select(['id', 'preferredUsername'])
      .where((eb) => eb.or([eb('accountId', '=', accountId), eb('videoChannelId', '=', channelId)]))
      .orderBy('id')
      .execute()
    await db
      .insertInto('actorImage')
      .values({
        filename: `${name}.png`,
        type: 1,
        width: 48,
        height: 48,
        cached: false,
        actorId: actors[0]!.id,
        ...dates,
      })
      .execute()
    await storage.write('avatars', `${name}.png`, 'picture')

    assert.equal((await send('DELETE', `/${userId}`, root)).statusCode, 204)

    assert.equal((await send('GET', '/me', token)).statusCode, 401)
    assert.equal((await send('GET', `/${userId}`, root)).statusCode, 404)
    for (const [table, column, value] of [
      ['account', 'id', accountId],
      ['videoChannel', 'id', channelId],
      ['video', 'id', video.id],
      ['videoPlaylist', 'ownerAccountId', accountId],
      ['oAuthToken', 'userId', userId],
      ['videoComment', 'accountId', accountId],
    ] as const) {
      const left = await db
        .selectFrom(table)
        .selectAll()
        .where(column as never, '=', value as never)
        .execute()
      assert.deepEqual(left, [], table)
    }
    const { likes, comments } = await db
      .selectFrom('video')
      .select(['likes', 'comments'])
      .where('id', '=', other.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual([likes, comments], [2, 0])
    const reserved = await db
      .selectFrom('actorReserved')
      .select('preferredUsername')
      .where(
        'actorId',
        'in',
        actors.map((one) => one.id),
      )
      .execute()
    assert.deepEqual(reserved.map((one) => one.preferredUsername).sort(), [name, `${name}_channel`])
    const again = { username: name, email: `${name}@example.com`, password: userPassword, role: 2 }
    assert.equal((await send('POST', '', root, again)).statusCode, 409)

    for (let tries = 0; tries < 200; tries++) {
      if (!(await storage.stat('avatars', `${name}.png`)) && !(await storage.stat('web_videos', video.webVideo))) break
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    assert.equal(await storage.stat('avatars', `${name}.png`), undefined)
    assert.equal(await storage.stat('web_videos', video.webVideo), undefined)
    assert.equal(await storage.stat('thumbnails', video.thumbnail), undefined)
  })

  test('gives up uploads that are under way', async () => {
    const { userId } = await freshUser()
    await server.ctx.storage.write('web_videos', 'half-done.mp4', 'x')
    await sql`
      INSERT INTO sepiola."uploadSession"
        ("id", "userId", "attributes", "filename", "mimeType", "size", "createdKeys", "createdAt", "updatedAt")
      VALUES (${`up-${userId}`}, ${userId}, '{}', 'a.mp4', 'video/mp4', 1,
              '[{"area":"web_videos","key":"half-done.mp4"}]', now(), now())`.execute(server.ctx.db)
    assert.equal((await send('DELETE', `/${userId}`, root)).statusCode, 204)
    assert.equal(await server.ctx.storage.stat('web_videos', 'half-done.mp4'), undefined)
  })

  test('twice at the same time succeeds once or twice, and never fails', async () => {
    const { userId } = await freshUser()
    const answers = await Promise.all([1, 2].map(() => send('DELETE', `/${userId}`, root)))
    for (const answer of answers) assert.ok([204, 404].includes(answer.statusCode), answer.body)
  })
})

test('plugins are told of each operation', async (t) => {
  const told: string[] = []
  for (const what of ['updated', 'blocked', 'unblocked', 'deleted']) {
    const hook = `action:api.user.${what}`
    t.after(server.ctx.hooks.on(hook, ({ user: target }) => told.push(`${what} ${target.username}`)))
  }
  const { userId, name } = await freshUser()
  await send('PUT', `/${userId}`, root, { videoQuota: 1 })
  await send('POST', `/${userId}/block`, root)
  await send('POST', `/${userId}/unblock`, root)
  await send('DELETE', `/${userId}`, root)
  assert.deepEqual(
    told,
    ['updated', 'blocked', 'unblocked', 'deleted'].map((what) => `${what} ${name}`),
  )
})
