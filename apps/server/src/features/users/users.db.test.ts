import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { rootPassword, startTestServer, type TestServer } from '#app/test-server.ts'
import { runFirstStart } from './first-start/run-first-start.ts'
import { requireQuota } from './quota/check-quota.ts'

let server: TestServer
let root: string
let moderator: string
let user: string

before(async () => {
  server = await startTestServer({ settings: { rates_limit: { login: { max: 10_000 } } } })
  root = await server.login()
  await addUser({ username: 'mod', role: 1 })
  await addUser({ username: 'anna', role: 2 })
  moderator = await server.login('mod', 'a good password')
  user = await server.login('anna', 'a good password')
})
after(() => server.close())

function post(payload: Record<string, unknown>, as?: string) {
  return server.request({ method: 'POST', url: '/api/v1/users', payload, ...(as ? { as } : {}) })
}

let made = 0
const valid = () => {
  const username = `made${++made}`
  return { username, email: `${username}@example.com`, password: 'a good password', role: 2 }
}

async function addUser(changes: Record<string, unknown>, as = root) {
  const body = { ...valid(), ...changes }
  return post('email' in changes ? body : { ...body, email: `${body.username}@example.com` }, as)
}

describe('POST /users', () => {
  test('makes a user with account, channel, playlist and settings', async () => {
    const answer = await addUser({ username: 'berta', videoQuota: 1000, adminFlags: 1 })
    assert.equal(answer.statusCode, 200, answer.body)
    const { id, account } = answer.json().user
    const as = await server.login('berta', 'a good password')
    const me = (await server.request({ url: '/api/v1/users/me', as })).json()
    assert.equal(me.id, id)
    assert.equal(me.account.id, account.id)
    assert.deepEqual([me.videoQuota, me.videoQuotaDaily, me.adminFlags], [1000, -1, 1])
    assert.deepEqual(me.role, { id: 2, label: 'User' })
    assert.equal(me.account.displayName, 'berta')
    assert.deepEqual(
      me.videoChannels.map((channel: any) => [channel.name, channel.displayName, channel.ownerAccountId]),
      [['berta_channel', 'Main berta channel', account.id]],
    )
    assert.deepEqual(
      me.specialPlaylists.map((playlist: any) => [playlist.name, playlist.type]),
      [['Watch later', 2]],
    )
    assert.equal(me.notificationSettings.blacklistOnMyVideo, 3)
    assert.equal(me.notificationSettings.newFollow, 1)
    assert.deepEqual([me.emailVerified, me.twoFactorEnabled, me.pluginAuth], [null, false, null])
    assert.equal(me.password, undefined)
  })

  test('takes a channel name, which is its display name too', async () => {
    await addUser({ username: 'carl', channelName: 'carls_films' })
    const { data } = (await server.request({ url: '/api/v1/accounts/carl/video-channels' })).json()
    assert.deepEqual([data[0].name, data[0].displayName], ['carls_films', 'carls_films'])
  })

  test('finds another default channel name when the first is taken', async () => {
    await addUser({ channelName: 'dora_channel' })
    await addUser({ username: 'dora' })
    const { data } = (await server.request({ url: '/api/v1/accounts/dora/video-channels' })).json()
    assert.equal(data[0].name, 'dora_channel-1')
  })

  test('needs somebody who manages users', async () => {
    assert.equal((await post(valid())).statusCode, 401)
    assert.equal((await post(valid(), user)).statusCode, 403)
    assert.equal((await post(valid(), moderator)).statusCode, 200)
  })

  test('lets moderators make plain users only', async () => {
    assert.equal((await addUser({ role: 1 }, moderator)).statusCode, 403)
    assert.equal((await addUser({ role: 0 }, moderator)).statusCode, 403)
    assert.equal((await addUser({ role: 0 }, root)).statusCode, 200)
  })

  test('names every wrong field', async () => {
    for (const [field, value] of Object.entries({
      username: 'Upper Case',
      password: 'short',
      email: 'nobody',
      role: 3,
      videoQuota: -2,
      videoQuotaDaily: 'much',
      channelName: '-x',
      adminFlags: 'all',
    })) {
      const answer = await post({ ...valid(), [field]: value }, root)
      assert.equal(answer.statusCode, 400, field)
      assert.ok(answer.json()['invalid-params'][field], field)
    }
    const all = (await post({ ...valid(), username: 'Upper Case', password: 'short', role: 3 }, root)).json()
    assert.deepEqual(Object.keys(all['invalid-params']), ['username', 'role', 'password'])
    const missing = (await post({}, root)).json()
    assert.deepEqual(Object.keys(missing['invalid-params']).sort(), ['email', 'password', 'role', 'username'])
  })

  test('refuses names and addresses in use, ignoring case, compared with both columns', async () => {
    await addUser({ username: 'emil', email: 'emil@example.org' })
    const statusFor = async (changes: object) => (await post({ ...valid(), ...changes }, root)).statusCode
    assert.equal(await statusFor({ username: 'emil' }), 409)
    assert.equal(await statusFor({ email: 'EMIL@example.org' }), 409)
    assert.equal(await statusFor({ username: 'emil_channel' }), 409)
    assert.equal(await statusFor({ username: 'fritz', channelName: 'fritz' }), 400)
    assert.equal(await statusFor({ channelName: 'emil_channel' }), 409)
  })

  test('of two requests for one name at the same time only one succeeds', async () => {
    const answers = await Promise.all([addUser({ username: 'gerd' }), addUser({ username: 'gerd' })])
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409])
  })
})

describe('GET /users/me', () => {
  test('needs a token', async () => {
    assert.equal((await server.request({ url: '/api/v1/users/me' })).statusCode, 401)
  })

  test('reads NSFW flags as 0 while they are switched off', async (t) => {
    await server.ctx.db.updateTable('user').set({ nsfwFlagsHidden: 2 }).where('username', '=', 'anna').execute()
    const flags = async () => (await server.request({ url: '/api/v1/users/me', as: user })).json().nsfwFlagsHidden
    assert.equal(await flags(), 2)
    await server.ctx.settings.override({ nsfw_flags_settings: { enabled: false } })
    t.after(() => server.ctx.settings.clearOverride())
    assert.equal(await flags(), 0)
  })

  test('reads a theme that is not installed as the one of the server', async () => {
    const query = server.ctx.db.updateTable('user').where('username', '=', 'anna')
    const themeAs = async (theme: string) => {
      await query.set({ theme }).execute()
      return (await server.request({ url: '/api/v1/users/me', as: user })).json().theme
    }
    assert.equal(await themeAs('peertube-theme-gone'), 'instance-default')
    assert.equal(await themeAs('peertube-core-dark-brown'), 'peertube-core-dark-brown')
    assert.equal(await themeAs('default'), 'default')
  })

  test('lists the channels that the user helps with', async () => {
    const now = new Date()
    const channel = await server.ctx.db.selectFrom('videoChannel').select('id').orderBy('id').executeTakeFirstOrThrow()
    const me = (await server.request({ url: '/api/v1/users/me', as: user })).json()
    const row = { accountId: me.account.id, channelId: channel.id, createdAt: now, updatedAt: now }
    const { id } = await server.ctx.db
      .insertInto('videoChannelCollaborator')
      .values({ ...row, state: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    const helped = async () =>
      (await server.request({ url: '/api/v1/users/me', as: user }))
        .json()
        .videoChannelCollaborations.map((one: any) => [one.name, one.ownerAccountName])
    assert.deepEqual(await helped(), [])
    await server.ctx.db.updateTable('videoChannelCollaborator').set({ state: 2 }).where('id', '=', id).execute()
    assert.deepEqual(await helped(), [['root_channel', 'root']])
  })
})

describe('quotas', () => {
  async function addVideo(channelId: number, changes: { isLive?: boolean; createdAt?: Date }, sizes: number[][]) {
    const now = new Date()
    const { db } = server.ctx
    const { id } = await db
      .insertInto('video')
      .values({
        ...{ uuid: crypto.randomUUID(), name: 'A video', channelId, privacy: 1, nsfw: false, duration: 1, views: 0 },
        ...{ likes: 0, dislikes: 0, remote: false, url: `http://x/${crypto.randomUUID()}`, isLive: false, state: 1 },
        ...{
          commentsPolicy: 1,
          downloadEnabled: true,
          waitTranscoding: false,
          publishedAt: now,
          nsfwFlags: 0,
          embedPrivacyPolicy: 1,
        },
        ...{ createdAt: now, updatedAt: now },
        ...changes,
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const file = (resolution: number, size: number) => ({
      ...{
        resolution,
        size,
        extname: '.mp4',
        fps: 30,
        formatFlags: 1,
        streams: 3,
        storage: 0,
        createdAt: now,
        updatedAt: now,
      },
    })
    const [web = [], hls = []] = sizes
    for (const [index, size] of web.entries()) {
      await db
        .insertInto('videoFile')
        .values({ ...file(index, size), videoId: id })
        .execute()
    }
    const playlist = await db
      .insertInto('videoStreamingPlaylist')
      .values({
        ...{ type: 1, playlistFilename: 'm', p2pMediaLoaderInfohashes: [], p2pMediaLoaderPeerVersion: 1, videoId: id },
        ...{ storage: 0, createdAt: now, updatedAt: now },
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [index, size] of hls.entries()) {
      await db
        .insertInto('videoFile')
        .values({ ...file(index, size), videoStreamingPlaylistId: playlist.id })
        .execute()
    }
  }

  test('count the largest file of each video that is no live; the day counts apart', async () => {
    const made = await addUser({ username: 'hanna', videoQuota: 500 })
    const userId = made.json().user.id
    const as = await server.login('hanna', 'a good password')
    const channelId = (await server.request({ url: '/api/v1/users/me', as })).json().videoChannels[0].id
    const used = async () => (await server.request({ url: '/api/v1/users/me/video-quota-used', as })).json()
    assert.deepEqual(await used(), { videoQuotaUsed: 0, videoQuotaUsedDaily: 0 })
    await addVideo(channelId, {}, [
      [10, 20],
      [100, 50],
    ])
    await addVideo(channelId, { createdAt: new Date(Date.now() - 25 * 3_600_000) }, [[30]])
    await addVideo(channelId, { isLive: true }, [[], [7000]])
    assert.deepEqual(await used(), { videoQuotaUsed: 130, videoQuotaUsedDaily: 100 })
    await requireQuota(server.ctx, userId, 369)
    await assert.rejects(requireQuota(server.ctx, userId, 370), { code: 'quota_reached', status: 413 })
    assert.equal((await server.request({ url: '/api/v1/users/me/video-quota-used' })).statusCode, 401)
  })
})

describe('first start', () => {
  test('made the instance actor, root and a runner token; a second one changes nothing', async () => {
    const { db } = server.ctx
    const count = async () => ({
      users: (await db.selectFrom('user').select('id').execute()).length,
      clients: (await db.selectFrom('oAuthClient').select('id').execute()).length,
      actors: (await db.selectFrom('actor').select('id').execute()).length,
      runners: (await db.selectFrom('runnerRegistrationToken').select('registrationToken').execute()).length,
    })
    const earlier = await count()
    assert.deepEqual([earlier.clients, earlier.runners], [1, 1])
    assert.deepEqual(await runFirstStart(server.ctx, { rootPassword }), {})
    assert.deepEqual(await count(), earlier)
    const instance = await db
      .selectFrom('actor')
      .innerJoin('account', 'account.id', 'actor.accountId')
      .select(['actor.type', 'actor.url', 'account.applicationId'])
      .where('preferredUsername', '=', 'peertube')
      .executeTakeFirstOrThrow()
    assert.deepEqual(instance, {
      type: 'Application',
      url: `${server.ctx.origin.url}/accounts/peertube`,
      applicationId: 1,
    })
  })

  test('root is an administrator without limits whose address is verified', async () => {
    const me = (await server.request({ url: '/api/v1/users/me', as: root })).json()
    assert.deepEqual(me.role, { id: 0, label: 'Administrator' })
    assert.deepEqual([me.videoQuota, me.videoQuotaDaily, me.emailVerified], [-1, -1, true])
    assert.equal(me.email, server.ctx.settings.current.admin.email)
  })
})
