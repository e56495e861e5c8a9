import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, afterEach, before, describe, test } from 'node:test'
import { pino } from 'pino'
import { buildContext } from '#app/build-context.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { locateDataFolder } from '#foundation/config/data-folder.ts'
import { createLiveSettings } from '#foundation/config/live-settings.ts'
import { databaseOverrides } from '#foundation/config/override-store.ts'
import { loadSettings } from '#foundation/config/load-settings.ts'
import { createTestDatabase } from '#foundation/db/test-database.ts'
import { followSettings, overrideSettings } from './change-settings.ts'
import { customConfigView } from './map-custom-config.ts'

const url = '/api/v1/config/custom'

describe('/config/custom', () => {
  let server: TestServer
  let root: string
  before(async () => {
    server = await startTestServer()
    root = await server.login()
  })
  after(() => server.close())
  afterEach(() => server.ctx.settings.clearOverride())

  const send = (method: 'GET' | 'PUT' | 'DELETE', payload?: object) =>
    server.request({ method, url, as: root, ...(payload ? { payload } : {}) })

  /** The settings in force with one change, sent back. */
  const put = async (edit: (config: any) => void) => {
    const config = customConfigView(server.ctx.settings.current)
    const copy = structuredClone(config)
    edit(copy)
    return send('PUT', copy)
  }

  test('a change is answered, in force at once and undone by deleting', async () => {
    const answer = await put((config) => {
      config.instance.name = 'Sepia'
      config.instance.defaultNSFWPolicy = 'blur'
      config.instance.languages = ['fr']
      config.transcoding.resolutions['480p'] = false
      config.defaults.p2p.embed.enabled = true
      config.live.dvr.maxWindow = null
      config.live.transcoding.resolutions['144p'] = true
      config.storyboards.enabled = false
      config.user.videoQuota = '5000000000'
    })
    assert.equal(answer.statusCode, 200, answer.body)
    const { instance, transcoding, defaults, live, storyboards, user } = server.ctx.settings.current
    assert.deepEqual([instance.name, instance.default_nsfw_policy], ['Sepia', 'blur'])
    assert.deepEqual([instance.languages, transcoding.resolutions['480p']], [['fr'], false])
    assert.deepEqual([defaults.p2p.embed.enabled, live.transcoding.resolutions['144p']], [true, true])
    assert.deepEqual([live.dvr.max_window, storyboards.enabled, user.video_quota], [null, false, 5_000_000_000])
    assert.deepEqual(answer.json(), (await send('GET')).json())
    assert.equal((await server.request({ url: '/api/v1/config' })).json().instance.name, 'Sepia')

    const reset = await send('DELETE')
    assert.equal(reset.statusCode, 200)
    assert.equal(reset.json().instance.name, 'PeerTube')
    assert.equal(server.ctx.settings.current.transcoding.resolutions['480p'], true)
  })

  test('what is sent replaces every earlier change', async () => {
    await put((config) => (config.storyboards.enabled = false))
    const answer = await put((config) => delete config.storyboards)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(answer.json().storyboards.enabled, true)
  })

  const wrong: [string, (config: any) => void][] = [
    ['instance.name', (config) => delete config.instance.name],
    ['instance.support', (config) => delete config.instance.support],
    ['signup.limit', (config) => (config.signup.limit = 'many')],
    ['signup.minimumAge', (config) => delete config.signup.minimumAge],
    ['admin.email', (config) => (config.admin.email = 'nobody')],
    ['transcoding.concurrency', (config) => (config.transcoding.concurrency = 0)],
    ['transcoding.resolutions.0p', (config) => delete config.transcoding.resolutions['0p']],
    ['user.videoQuota', (config) => (config.user.videoQuota = -2)],
    ['instance.defaultNSFWPolicy', (config) => (config.instance.defaultNSFWPolicy = 'hide')],
    ['defaults.publish.privacy', (config) => (config.defaults.publish.privacy = 6)],
    ['theme.default', (config) => (config.theme.default = 'peertube-theme-none')],
    ['client.browseVideos', (config) => delete config.client.browseVideos],
  ]
  for (const [path, edit] of wrong) {
    test(`400 names ${path}`, async () => {
      const answer = await put(edit)
      assert.equal(answer.statusCode, 400, answer.body)
      assert.deepEqual(Object.keys(answer.json()['invalid-params']), [path])
    })
  }

  const contradictions: [string, (config: any) => void, RegExp][] = [
    ['verification without mail', (config) => (config.signup.requiresEmailVerification = true), /mail/],
    [
      'transcoding to nothing',
      (config) => (config.transcoding.webVideos.enabled = config.transcoding.hls.enabled = false),
      /transcoding\.enabled/,
    ],
    [
      'channel synchronization without imports',
      (config) => {
        config.import.videos.http.enabled = false
        config.import.videoChannelSynchronization.enabled = true
      },
      /channel_synchronization/,
    ],
    [
      'replays without transcoding',
      (config) => {
        config.transcoding.enabled = config.videoStudio.enabled = false
        config.live.enabled = config.live.allowReplay = true
      },
      /live\.allow_replay/,
    ],
    ['the studio without transcoding', (config) => (config.transcoding.enabled = false), /video_studio/],
    [
      'the search index without remote addresses',
      (config) => {
        config.search.searchIndex.enabled = true
        config.search.remoteUri.users = false
      },
      /search_index/,
    ],
    ['an unknown order', (config) => (config.client.browseVideos.defaultSort = '-hotness'), /default_sort/],
    ['an unknown scope', (config) => (config.client.browseVideos.defaultScope = 'all'), /default_scope/],
    [
      'an order whose algorithm is off',
      (config) => {
        config.client.browseVideos.defaultSort = '-trending'
        config.trending.videos.algorithms.enabled = ['hot']
      },
      /most-viewed/,
    ],
    ['text in place of a group', (config) => (config.storyboards = 'on'), /storyboards/],
  ]
  for (const [name, edit, detail] of contradictions) {
    test(`400 for ${name}`, async () => {
      const before = server.ctx.settings.current
      const answer = await put(edit)
      assert.equal(answer.statusCode, 400, answer.body)
      assert.match(answer.json().detail, detail)
      assert.equal(server.ctx.settings.current, before)
    })
  }

  test('405 when only files may change settings, and reading stays', async () => {
    await server.ctx.settings.override({ webadmin: { configuration: { edition: { allowed: false } } } })
    assert.equal((await put(() => {})).statusCode, 405)
    assert.equal((await send('PUT', {})).statusCode, 405)
    assert.equal((await send('DELETE')).statusCode, 405)
    assert.equal((await send('GET')).statusCode, 200)
  })

  test('401 without a token, 403 for a user and a moderator', async () => {
    for (const [username, role] of [
      ['simple', 2],
      ['moderator', 1],
    ] as const) {
      const payload = { username, password: 'a password', email: `${username}@example.org`, role }
      const quotas = { videoQuota: -1, videoQuotaDaily: -1 }
      const made = await server.request({
        method: 'POST',
        url: '/api/v1/users',
        as: root,
        payload: { ...payload, ...quotas },
      })
      assert.equal(made.statusCode, 200, made.body)
      const as = await server.login(username, 'a password')
      for (const method of ['GET', 'PUT', 'DELETE'] as const) {
        assert.equal((await server.request({ method, url })).statusCode, 401)
        assert.equal((await server.request({ method, url, as })).statusCode, 403)
      }
    }
  })
})

test('a change on one node is in force on the other within a second', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sepiola-nodes-'))
  const database = await createTestDatabase()
  const startNode = async (name: string) => {
    const env = { SEPIOLA_DATA: join(folder, name), NODE_ENV: 'test' }
    const input = { folder: locateDataFolder(env), env }
    const settings = createLiveSettings(input, loadSettings(input))
    await settings.shareThrough(databaseOverrides(database.db), assert.fail)
    const log = pino({ level: 'silent' })
    const media = { ffmpegPath: '', ffprobePath: '' }
    const built = await buildContext({ ...database, settings, log, media, features: [], testMode: true })
    await followSettings(built.ctx)
    return built
  }
  const [first, second] = [await startNode('one'), await startNode('two')]
  t.after(async () => {
    await Promise.all([first.close(), second.close()])
    await database.close()
    await rm(folder, { recursive: true })
  })
  const reaches = async (limit: number) => {
    const until = Date.now() + 1000
    while (second.ctx.settings.current.signup.limit !== limit && Date.now() < until) await sleep(10)
    assert.equal(second.ctx.settings.current.signup.limit, limit)
  }
  await overrideSettings(first.ctx, { signup: { limit: 4 } })
  assert.equal(first.ctx.settings.current.signup.limit, 4)
  await reaches(4)
  await first.ctx.settings.clearOverride()
  await reaches(10)
})
