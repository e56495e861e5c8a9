import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { sql } from 'kysely'
import { featuresUpTo } from '#app/test-features.ts'
import { formOf } from '#app/test-requests.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo } from '../testing/make-test-video.ts'
import { saveVideoFile } from '../files/save-files.ts'
import { publishScheduled } from './publish-scheduled.ts'

const features = featuresUpTo('videos')

describe('editing and deleting videos', () => {
  let server: TestServer
  let owner: string
  let other: string

  before(async () => {
    server = await startTestServer({ features, worker: true })
    ;({ owner, other } = await addPeople(server, { owner: 2, other: 2 }))
  })
  after(() => server.close())

  const put = (id: number | string, payload: object, as = owner) =>
    server.request({ method: 'PUT', url: `/api/v1/videos/${id}`, payload, as })
  async function details(id: number | string, as = owner) {
    const answer = await server.request({ url: `/api/v1/videos/${id}`, as })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }

  test('attributes change, absent ones stay, null clears', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner', description: 'before', licence: 3, tags: ['old'] })
    const answer = await put(video.uuid, {
      name: '  A new name ',
      category: 5,
      licence: null,
      language: 'fr',
      tags: ['one', 'two'],
      nsfw: true,
      nsfwFlags: 1,
      nsfwSummary: 'some blood',
      commentsEnabled: false,
      originallyPublishedAt: '2020-05-01T10:00:00.000Z',
    })
    assert.equal(answer.statusCode, 204, answer.body)
    const now = await details(video.id)
    assert.equal(now.name, 'A new name')
    assert.deepEqual(now.category, { id: 5, label: 'Sports' })
    assert.deepEqual(now.licence, { id: null, label: 'Unknown' })
    assert.deepEqual(now.language, { id: 'fr', label: 'French' })
    assert.deepEqual(now.tags, ['one', 'two'])
    assert.equal(now.description, 'before')
    assert.deepEqual([now.nsfw, now.nsfwFlags, now.nsfwSummary], [true, 1, 'some blood'])
    assert.equal(now.commentsPolicy.id, 2)
    assert.equal(now.commentsEnabled, false)
    assert.equal(now.originallyPublishedAt, '2020-05-01T10:00:00.000Z')

    await put(video.uuid, { nsfw: false, commentsEnabled: true, commentsPolicy: 3, tags: null })
    const then = await details(video.id)
    assert.deepEqual([then.nsfw, then.nsfwFlags, then.nsfwSummary], [false, 0, null])
    assert.equal(then.commentsPolicy.id, 3)
    assert.deepEqual(then.tags, [])
  })

  test('who may not, and what is refused', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const status = async (payload: object, as = owner, id: number | string = video.id) =>
      (await put(id, payload, as)).statusCode
    assert.equal(await status({ name: 'mine now' }, other), 403)
    assert.equal(await status({ name: 'x' }), 400)
    assert.equal(await status({ name: 'good name' }, owner, 999_999), 404)
    assert.equal(await status({ nsfwFlags: 1 }), 400)
    assert.equal(await status({ privacy: 5 }), 400)
    assert.equal(await status({ privacy: 9 }), 400)
    assert.equal(await status({ channelId: 999_999 }), 404)
    assert.equal(await status({ scheduleUpdate: { privacy: 1 } }), 400)
    const anonymous = await server.request({ method: 'PUT', url: `/api/v1/videos/${video.id}`, payload: {} })
    assert.equal(anonymous.statusCode, 401)
  })

  test('categories and licences are those of the server, languages any code', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner', category: 2 })
    const answer = await put(video.id, { category: 99, licence: 10, language: '', name: 'not this' })
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(Object.keys(answer.json()['invalid-params']).sort(), ['category', 'language', 'licence'])
    const { category, name } = await details(video.id)
    assert.equal(category.id, 2)
    assert.notEqual(name, 'not this')
    assert.equal((await put(video.id, { category: '18', licence: '9', language: 'ase' })).statusCode, 204)
    assert.equal((await put(video.id, { language: 'x'.repeat(11) })).statusCode, 400)
    assert.equal((await put(video.id, { language: 'en-x-maker' })).statusCode, 204)
    assert.deepEqual((await details(video.id)).language, { id: 'en-x-maker', label: 'Unknown' })
    assert.equal((await put(video.id, { category: null, licence: 'null', language: null })).statusCode, 204)
  })

  test('the title of a chapter is cut between characters', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const description = `0:00 Beginning\n0:10 ${'x'.repeat(99)}😀 and so on`
    assert.equal((await put(video.id, { description })).statusCode, 204)
    const { chapters } = (await server.request({ url: `/api/v1/videos/${video.id}/chapters` })).json()
    assert.equal(chapters[1].title, `${'x'.repeat(99)}\ufffd`)
    // They follow the next description, so they are recognised as those of this one.
    await put(video.id, { description: 'No chapters' })
    assert.deepEqual((await server.request({ url: `/api/v1/videos/${video.id}/chapters` })).json(), { chapters: [] })
  })

  test('a private video takes its files below private/, publishing brings them back', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner' })
    const at = async (area: 'web_videos' | 'streaming_playlists', key: string) =>
      (await ctx.storage.stat(area, key)) !== undefined
    assert.equal((await put(video.id, { privacy: 3 })).statusCode, 204)
    assert.equal(await at('web_videos', `private/${video.webVideo}`), true)
    assert.equal(await at('web_videos', video.webVideo), false)
    assert.equal(await at('streaming_playlists', `hls/private/${video.uuid}/${video.hlsVideo}`), true)
    assert.equal(await at('streaming_playlists', `hls/${video.uuid}/${video.master}`), false)
    const hidden = await details(video.id)
    assert.match(hidden.files[0].fileUrl, /\/static\/web-videos\/private\//)
    assert.match(hidden.streamingPlaylists[0].playlistUrl, /\/hls\/private\//)

    assert.equal((await put(video.id, { privacy: 2 })).statusCode, 204)
    assert.equal(await at('web_videos', video.webVideo), true)
    assert.equal(await at('streaming_playlists', `hls/${video.uuid}/${video.mediaPlaylist}`), true)
    const shown = await details(video.id)
    assert.ok(shown.publishedAt > hidden.publishedAt, 'leaving "private" publishes now')
  })

  test('a file that was encoded while the privacy changed follows', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner' })
    assert.equal((await put(video.id, { privacy: 3 })).statusCode, 204)
    const filename = `late-${video.id}-240.mp4`
    await ctx.storage.write('web_videos', filename, 'late')
    await ctx.db.transaction().execute((tx) =>
      saveVideoFile(ctx, tx, video, {
        videoId: video.id,
        resolution: 240,
        width: 426,
        height: 240,
        size: 4,
        fps: 30,
        extname: '.mp4',
        filename,
        hasVideo: true,
        hasAudio: true,
        metadata: null,
      }),
    )
    await vanished(() => ctx.storage.stat('web_videos', filename))
    assert.ok(await ctx.storage.stat('web_videos', `private/${filename}`))
  })

  test('a scheduled publication announces its moment and happens', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner', privacy: 3 })
    const updateAt = new Date(Date.now() + 3_600_000).toISOString()
    assert.equal((await put(video.id, { scheduleUpdate: { updateAt, privacy: 1 } })).statusCode, 204)
    const waiting = await details(video.id)
    assert.deepEqual(waiting.scheduledUpdate, { updateAt, privacy: 1 })
    assert.equal(waiting.publishedAt, updateAt)

    await publishScheduled(ctx)
    assert.equal((await details(video.id)).privacy.id, 3, 'not before its time')
    await ctx.db
      .updateTable('scheduleVideoUpdate')
      .set({ updateAt: new Date(Date.now() - 1000) })
      .execute()
    await publishScheduled(ctx)
    const published = await details(video.id)
    assert.equal(published.privacy.id, 1)
    assert.equal(published.scheduledUpdate, undefined)
    assert.ok(await ctx.storage.stat('web_videos', video.webVideo))
  })

  test('what is still transcoded waits; what fails does not keep others waiting', async () => {
    const { ctx } = server
    const [failing, fine, busy] = [
      await makeTestVideo(ctx, { owner: 'owner', privacy: 3 }),
      await makeTestVideo(ctx, { owner: 'owner', privacy: 3 }),
      await makeTestVideo(ctx, { owner: 'owner', privacy: 3, state: 2 }),
    ]
    for (const { id } of [failing, fine, busy]) {
      await put(id, { scheduleUpdate: { updateAt: new Date(Date.now() - 60_000 + id).toISOString(), privacy: 1 } })
    }
    await sql`CREATE FUNCTION pg_temp_fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`.execute(
      ctx.db,
    )
    await sql`CREATE TRIGGER fail BEFORE UPDATE ON "video" FOR EACH ROW WHEN (OLD."id" = ${sql.lit(failing.id)})
      EXECUTE FUNCTION pg_temp_fail()`.execute(ctx.db)
    await publishScheduled(ctx)
    await sql`DROP TRIGGER fail ON "video"`.execute(ctx.db)
    const privacies = async () =>
      Promise.all([failing, fine, busy].map(async ({ id }) => (await details(id)).privacy.id as number))
    assert.deepEqual(await privacies(), [3, 1, 3])
    await ctx.db.updateTable('video').set({ state: 1 }).where('id', '=', busy.id).execute()
    await publishScheduled(ctx)
    assert.deepEqual(await privacies(), [1, 1, 1])
  })

  test('chapters sent at the same time are never mixed, and a video is deleted once', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const url = `/api/v1/videos/${video.id}`
    for (let round = 0; round < 5; round++) {
      const sets = [1, 2, 3, 4].map((step) =>
        Array.from({ length: 6 }, (_, index) => ({ timecode: index * step, title: `every ${step}` })),
      )
      const answers = await Promise.all(
        sets.map((chapters) =>
          server.request({ method: 'PUT', url: `${url}/chapters`, payload: { chapters }, as: owner }),
        ),
      )
      assert.deepEqual(new Set(answers.map((answer) => answer.statusCode)), new Set([204]))
      const { chapters } = (await server.request({ url: `${url}/chapters` })).json()
      assert.ok(
        sets.some((set) => JSON.stringify(set) === JSON.stringify(chapters)),
        JSON.stringify(chapters),
      )
    }
    const deletions = await Promise.all([1, 2, 3].map(() => server.request({ method: 'DELETE', url, as: owner })))
    assert.deepEqual(deletions.map((answer) => answer.statusCode).sort(), [204, 404, 404])
  })

  test('chapters of any number, and numbers in a description that are no times', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const description = '99999999999 bottles\n00:00 Start\n00:30 Middle'
    assert.equal((await put(video.id, { description })).statusCode, 204)
    const url = `/api/v1/videos/${video.id}/chapters`
    assert.equal((await server.request({ url })).json().chapters.length, 2)
    const chapters = Array.from({ length: 14_000 }, (_, timecode) => ({ timecode, title: 'x' }))
    assert.equal((await server.request({ method: 'PUT', url, payload: { chapters }, as: owner })).statusCode, 204)
    assert.equal((await server.request({ url })).json().chapters.length, 14_000)
  })

  test('chapters that came from the description follow it', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    await put(video.id, { description: '00:00 Start\n00:30 Middle' })
    const chapters = async () => (await server.request({ url: `/api/v1/videos/${video.id}/chapters` })).json().chapters
    assert.deepEqual(await chapters(), [
      { timecode: 0, title: 'Start' },
      { timecode: 30, title: 'Middle' },
    ])
    await put(video.id, { description: 'No chapters any more' })
    assert.deepEqual(await chapters(), [])
  })

  test('chapters are replaced as a whole', async () => {
    const video = await makeTestVideo(server.ctx, { owner: 'owner' })
    const url = `/api/v1/videos/${video.id}/chapters`
    const replace = async (chapters: unknown, as = owner) =>
      (await server.request({ method: 'PUT', url, payload: { chapters }, as })).statusCode
    const first = { timecode: 0, title: 'Start' }
    assert.equal(await replace([{ timecode: 40, title: 'End' }, first]), 204)
    assert.deepEqual((await server.request({ url })).json().chapters, [first, { timecode: 40, title: 'End' }])
    assert.equal(await replace([first, first]), 400)
    assert.equal(await replace([{ timecode: -1, title: 'x' }]), 400)
    assert.equal(await replace([first], other), 403)
    assert.equal(await replace([]), 204)
    assert.deepEqual((await server.request({ url })).json().chapters, [])
  })

  test('a kept original is dropped, what is known of it stays', async () => {
    const { ctx } = server
    const source = {
      inputFilename: 'in.mov',
      resolution: 480,
      width: 854,
      height: 480,
      fps: 30,
      size: 5,
      metadata: null,
    }
    const video = await makeTestVideo(ctx, { owner: 'owner', source })
    const kept = `kept-${video.id}.mov`
    await ctx.db
      .updateTable('videoSource')
      .set({ keptOriginalFilename: kept })
      .where('videoId', '=', video.id)
      .execute()
    await ctx.storage.write('original_video_files', kept, 'original')
    const read = async () => (await server.request({ url: `/api/v1/videos/${video.id}/source`, as: owner })).json()
    const path = new URL((await read()).fileDownloadUrl).pathname
    assert.equal((await server.request({ url: path })).statusCode, 401)
    assert.equal((await server.request({ url: path, as: other })).statusCode, 403)
    assert.equal((await server.request({ url: path, as: owner })).body, 'original')
    const remove = await server.request({ method: 'DELETE', url: `/api/v1/videos/${video.id}/source/file`, as: owner })
    assert.equal(remove.statusCode, 204)
    assert.equal((await read()).fileDownloadUrl, null)
    await vanished(() => ctx.storage.stat('original_video_files', kept))
  })

  test('a new picture replaces all thumbnails', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner' })
    const image = await sharp({ create: { width: 640, height: 360, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const answer = await server.request({
      method: 'PUT',
      url: `/api/v1/videos/${video.id}`,
      payload: formOf({ name: 'With a picture' }, { thumbnailfile: ['p.png', image] }),
      as: owner,
    })
    assert.equal(answer.statusCode, 204, answer.body)
    const { thumbnails, name } = await details(video.id)
    assert.equal(name, 'With a picture')
    assert.deepEqual(
      thumbnails.map((each: { width: number }) => each.width).sort((a: number, b: number) => a - b),
      ctx.settings.current.thumbnails.sizes.map((size) => size.width).sort((a, b) => a - b),
    )
    for (const { fileUrl, width } of thumbnails) {
      const sent = await server.request({ url: new URL(fileUrl).pathname })
      assert.equal(sent.headers['content-type'], 'image/png')
      assert.equal((await sharp(sent.rawPayload).metadata()).width, width)
    }
    await vanished(() => ctx.storage.stat('thumbnails', video.thumbnail))
  })

  test('a deleted video is gone with its files', async () => {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner' })
    const remove = (as?: string) =>
      server.request({ method: 'DELETE', url: `/api/v1/videos/${video.id}`, ...(as ? { as } : {}) })
    assert.equal((await remove()).statusCode, 401)
    assert.equal((await remove(other)).statusCode, 403)
    assert.equal((await remove(owner)).statusCode, 204)
    assert.equal((await remove(owner)).statusCode, 404)
    await vanished(() => ctx.storage.stat('web_videos', video.webVideo))
    await vanished(() => ctx.storage.stat('streaming_playlists', `hls/${video.uuid}/${video.hlsVideo}`))
    await vanished(() => ctx.storage.stat('thumbnails', video.thumbnail))
  })
})

/** Waits for a job that removes a file; fails after five seconds. */
async function vanished(look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await look()) === undefined) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail('the file is still there')
}
