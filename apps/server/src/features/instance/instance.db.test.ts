import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startTestServer, type TestServer } from '#app/test-server.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.close())

async function config(headers: Record<string, string> = {}) {
  const answer = await server.request({ url: '/api/v1/config', headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

async function withSettings<T>(settings: Record<string, unknown>, use: () => Promise<T>): Promise<T> {
  await server.ctx.settings.override(settings)
  try {
    return await use()
  } finally {
    await server.ctx.settings.clearOverride()
  }
}

/** What needs transcoding is on in the settings of tests. */
const noTranscoding = { transcoding: { enabled: false }, video_studio: { enabled: false } }

describe('GET /config', () => {
  test('mirrors the settings and follows their changes', async () => {
    const before = await config()
    assert.equal(before.serverVersion, '8.2.1')
    assert.equal(before.instance.name, 'PeerTube')
    assert.equal(before.videoChannels.maxPerUser, 20)
    assert.deepEqual(before.fieldsConstraints.users.password, { minLength: 6, maxLength: 50 })
    const settings = { instance: { name: 'Sepia' }, video_channels: { max_per_user: 7 } }
    const changed = await withSettings(settings, () => config())
    assert.deepEqual([changed.instance.name, changed.videoChannels.maxPerUser], ['Sepia', 7])
    assert.equal((await config()).instance.name, 'PeerTube')
  })

  test('lists the resolutions that are on, and none without transcoding', async () => {
    const resolutions = { '0p': true, '144p': false, '240p': false, '360p': true, '480p': false, '720p': true }
    const above = { '1080p': false, '1440p': false, '2160p': false }
    const transcoding = { resolutions: { ...resolutions, ...above }, web_videos: { enabled: true } }
    const on = await withSettings({ transcoding }, () => config())
    assert.deepEqual(on.transcoding.enabledResolutions, [0, 360, 720])
    assert.deepEqual([on.transcoding.hls.enabled, on.transcoding.web_videos.enabled], [true, true])
    const off = await withSettings({ ...noTranscoding, transcoding: { ...transcoding, enabled: false } }, () =>
      config(),
    )
    assert.deepEqual(off.transcoding.enabledResolutions, [])
    assert.deepEqual([off.transcoding.hls.enabled, off.transcoding.web_videos.enabled], [false, false])
  })

  test('names the files that may be uploaded, with the limits of test mode', async () => {
    const transcoding = { allow_additional_extensions: true, allow_audio_files: false }
    const { avatar, video, videoCaption } = await withSettings({ transcoding }, () => config())
    assert.deepEqual(avatar.file, { size: { max: 102_400 }, extensions: ['.png', '.jpeg', '.jpg', '.gif', '.webp'] })
    assert.equal(video.image.size.max, 409_600)
    assert.ok(video.file.extensions.includes('.mkv') && !video.file.extensions.includes('.mp3'))
    assert.deepEqual(videoCaption.file.extensions, ['.vtt', '.srt'])
    const plain = await withSettings(noTranscoding, () => config())
    assert.deepEqual(plain.video.file.extensions.toSorted(), ['.mp4', '.ogv', '.webm'])
  })

  test('tells whether one may sign up, the address apart', async () => {
    const allowed = async (signup: Record<string, unknown>, ip = '127.0.0.1') => {
      const found = (await withSettings({ signup }, () => config({ 'x-forwarded-for': ip }))).signup
      return [found.allowed, found.allowedForCurrentIP]
    }
    assert.deepEqual(await allowed({ enabled: true, limit: -1 }), [true, true])
    assert.deepEqual(await allowed({ enabled: true, limit: 1 }), [false, true])
    assert.deepEqual(await allowed({ enabled: false }), [false, true])
    const filters = { cidr: { whitelist: [], blacklist: ['10.0.0.0/8'] } }
    assert.deepEqual(await allowed({ enabled: true, limit: -1, filters }, '10.1.1.1'), [true, false])
    assert.deepEqual(await allowed({ enabled: true, limit: -1, filters }, '11.1.1.1'), [true, true])
  })

  test('an unknown theme reads as none', async () => {
    const themeOf = async (name: string) =>
      (await withSettings({ theme: { default: name } }, () => config())).theme.default
    assert.equal(await themeOf('gone'), 'default')
    assert.equal(await themeOf('peertube-core-dark-brown'), 'peertube-core-dark-brown')
  })

  test('shows logos: uploaded, else avatars, else our own', async () => {
    const { db } = server.ctx
    const logo = async (type: string) =>
      (await config()).instance.logo.find((one: { type: string }) => one.type === type) as Record<string, unknown>
    assert.deepEqual([(await logo('favicon')).width, (await logo('favicon')).isFallback], [32, true])
    assert.equal(await logo('opengraph'), undefined)
    const { id } = await db.selectFrom('actor').select('id').where('type', '=', 'Application').executeTakeFirstOrThrow()
    const image = { actorId: id, width: 48, height: 48, createdAt: new Date(), updatedAt: new Date() }
    await db
      .insertInto('actorImage')
      .values({ ...image, type: 1, filename: 'a.png', cached: true })
      .execute()
    assert.match((await logo('opengraph')).fileUrl as string, /\/lazy-static\/avatars\/a\.png$/)
    await db
      .insertInto('uploadImage')
      .values({ ...image, type: 4, filename: 'o.png' })
      .execute()
    assert.deepEqual([(await logo('opengraph')).isFallback, (await logo('favicon')).isFallback], [false, true])
    assert.equal((await config()).instance.avatars.length, 1)
  })

  test('knows whether there is a homepage', async () => {
    const { db } = server.ctx
    assert.equal((await config()).homepage.enabled, false)
    const { id } = await db.selectFrom('actor').select('id').where('type', '=', 'Application').executeTakeFirstOrThrow()
    const page = { actorId: id, type: 'homepage', createdAt: new Date(), updatedAt: new Date() }
    await db
      .insertInto('actorCustomPage')
      .values({ ...page, content: '' })
      .execute()
    assert.equal((await config()).homepage.enabled, false)
    await db.updateTable('actorCustomPage').set({ content: 'Hello' }).execute()
    assert.equal((await config()).homepage.enabled, true)
  })
})

describe('GET /config/about', () => {
  test('gives the texts of the platform', async () => {
    const settings = { instance: { terms: 'Be kind', languages: ['en', 'br'], categories: [1, 13] } }
    const answer = await withSettings(settings, () => server.request({ url: '/api/v1/config/about' }))
    assert.equal(answer.statusCode, 200)
    const { instance } = answer.json()
    assert.deepEqual([instance.terms, instance.languages, instance.categories], ['Be kind', ['en', 'br'], [1, 13]])
    const plain = (await server.request({ url: '/api/v1/config/about' })).json().instance
    assert.deepEqual([plain.languages, plain.categories], [[], []])
  })
})
