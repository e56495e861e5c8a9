import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { makeTestVideo } from '../testing/make-test-video.ts'

describe('files of other servers, under names of ours', () => {
  let server: TestServer
  let origin: Server
  let base: string
  let videoId: number
  /** Addresses that the other server was asked for. */
  const asked: string[] = []
  const answers: Record<string, { type: string; body: Buffer | string }> = {}

  before(async () => {
    const picture = await sharp({ create: { width: 1600, height: 900, channels: 3, background: 'teal' } })
      .png()
      .toBuffer()
    Object.assign(answers, {
      '/cover.png': { type: 'image/png', body: picture },
      '/face.png': { type: 'image/png', body: picture },
      '/page.png': { type: 'image/png', body: '<html>' },
      '/large.png': { type: 'image/png', body: Buffer.concat([picture, Buffer.alloc(30 * 1024 * 1024)]) },
      '/en.vtt': { type: 'text/vtt', body: 'WEBVTT\n\n00:00.000 --> 00:01.000\nWaves\n' },
      '/page.vtt': { type: 'text/vtt', body: '<html>' },
      '/a.torrent': { type: 'application/x-bittorrent', body: 'd4:infode' },
    })
    origin = createServer((request, response) => {
      asked.push(request.url!)
      const answer = answers[request.url!]
      if (!answer) return response.writeHead(404).end()
      response.writeHead(200, { 'content-type': answer.type }).end(answer.body)
    })
    await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(origin.address() as AddressInfo).port}`
    server = await startTestServer({ features: featuresUpTo('videos') })
    videoId = (await makeTestVideo(server.ctx)).id
    await sql`UPDATE "video" SET "remote" = true WHERE "id" = ${videoId}`.execute(server.ctx.db)
  })

  after(async () => {
    await server.close()
    origin.close()
  })

  const get = (url: string) => server.request({ url, method: 'GET' })
  const add = (filename: string, url: string, { width, height } = { width: 280, height: 157 }) =>
    sql`INSERT INTO "thumbnail" ("filename", "fileUrl", "width", "height", "aspectRatio", "automaticallyGenerated", "cached", "videoId", "createdAt", "updatedAt")
      VALUES (${filename}, ${url}, ${width}, ${height}, '16:9', true, false, ${videoId}, now(), now())`.execute(
      server.ctx.db,
    )
  const addCaption = (filename: string, language: string) =>
    sql`INSERT INTO "videoCaption" ("language", "filename", "fileUrl", "automaticallyGenerated", "cached", "videoId", "createdAt",
      "updatedAt") VALUES (${language}, ${filename}, ${`${base}/${filename}`}, false, false, ${videoId}, now(), now())`.execute(
      server.ctx.db,
    )
  const timesAsked = (path: string) => asked.filter((each) => each === path).length

  test('a picture is fetched once, in the size that was announced, and again when it was lost', async () => {
    await add('cover.jpg', `${base}/cover.png`)
    const [first, second] = await Promise.all([
      get('/lazy-static/thumbnails/cover.jpg'),
      get('/lazy-static/previews/cover.jpg'),
    ])
    for (const answer of [first, second, await get('/lazy-static/thumbnails/cover.jpg')]) {
      assert.equal(answer.statusCode, 200)
      assert.equal(answer.headers['content-type'], 'image/jpeg')
      const { width, height, format } = await sharp(answer.rawPayload).metadata()
      assert.deepEqual([width, height, format], [280, 157, 'jpeg'])
    }
    assert.equal(timesAsked('/cover.png'), 1)
    await server.ctx.storage.remove('thumbnails', 'cover.jpg')
    assert.equal((await get('/lazy-static/thumbnails/cover.jpg')).statusCode, 200)
    assert.equal(timesAsked('/cover.png'), 2)
  })

  test('the time line keeps its size; a size that nobody could show is refused', async () => {
    await sql`INSERT INTO "storyboard" ("filename", "fileUrl", "totalHeight", "totalWidth", "spriteHeight", "spriteWidth",
      "spriteDuration", "cached", "videoId", "createdAt", "updatedAt")
      VALUES ('line.jpg', ${`${base}/cover.png`}, 900, 1600, 90, 160, 1, false, ${videoId}, now(), now())`.execute(
      server.ctx.db,
    )
    const { width, height } = await sharp((await get('/lazy-static/storyboards/line.jpg')).rawPayload).metadata()
    assert.deepEqual([width, height], [1600, 900])
    await add('vast.jpg', `${base}/cover.png`, { width: 60_000, height: 60_000 })
    assert.equal((await get('/lazy-static/thumbnails/vast.jpg')).statusCode, 404)
  })

  test('a face, captions and a torrent', async () => {
    await sql`INSERT INTO "actorImage" ("filename", "fileUrl", "width", "height", "cached", "type", "actorId", "createdAt", "updatedAt")
      SELECT 'face.png', ${`${base}/face.png`}, 120, 120, false, 1, "id", now(), now() FROM "actor" LIMIT 1`.execute(
      server.ctx.db,
    )
    const face = await get('/lazy-static/avatars/face.png')
    assert.equal((await sharp(face.rawPayload).metadata()).width, 120)
    await addCaption('en.vtt', 'en')
    const captions = await get('/lazy-static/video-captions/en.vtt')
    assert.match(captions.body, /^WEBVTT/)
    assert.match(String(captions.headers['content-type']), /^text\/vtt/)
    await sql`UPDATE "videoFile" SET "torrentFilename" = 'far.torrent', "torrentUrl" = ${`${base}/a.torrent`}
      WHERE "videoId" = ${videoId}`.execute(server.ctx.db)
    for (const url of ['/lazy-static/torrents/far.torrent', '/download/torrents/far.torrent']) {
      const torrent = await get(url)
      assert.deepEqual([torrent.statusCode, torrent.body], [200, 'd4:infode'], url)
      assert.equal(torrent.headers['content-type'], 'application/x-bittorrent')
    }
    assert.equal(timesAsked('/a.torrent'), 2)
    assert.match(String((await get('/download/torrents/far.torrent')).headers['content-disposition']), /attachment/)
  })

  test('what is not there, too large or something else is missing, and is not asked for again at once', async () => {
    await addCaption('page.vtt', 'fr')
    for (const name of ['gone', 'page', 'large']) {
      await add(`${name}.jpg`, `${base}/${name}.png`)
      for (const turn of [1, 2]) {
        const answer = await get(`/lazy-static/thumbnails/${name}.jpg`)
        assert.deepEqual([answer.statusCode, answer.body], [404, ''], `${name}, turn ${turn}`)
      }
      assert.equal(timesAsked(`/${name}.png`), 1)
      assert.equal(await server.ctx.storage.stat('thumbnails', `${name}.jpg`), undefined)
    }
    assert.equal((await get('/lazy-static/video-captions/page.vtt')).statusCode, 404)
    await sql`UPDATE "videoFile" SET "torrentFilename" = 'gone.torrent', "torrentUrl" = ${`${base}/gone.torrent`}
      WHERE "videoId" = ${videoId}`.execute(server.ctx.db)
    for (const url of ['/lazy-static/torrents/gone.torrent', '/download/torrents/gone.torrent']) {
      assert.equal((await get(url)).statusCode, 404, url)
    }
    assert.equal(timesAsked('/gone.torrent'), 1)
  })

  test('addresses inside this network are not asked for where that is forbidden', async () => {
    await server.ctx.settings.override({ federation: { prevent_ssrf: true } })
    await add('inside.jpg', `${base}/inside.png`)
    assert.equal((await get('/lazy-static/thumbnails/inside.jpg')).statusCode, 404)
    assert.equal(timesAsked('/inside.png'), 0)
    await server.ctx.settings.override({})
  })

  test('a file of ours that was lost is asked for nowhere', async () => {
    const before = asked.length
    const own = await makeTestVideo(server.ctx)
    await server.ctx.storage.remove('thumbnails', own.thumbnail)
    assert.equal((await get(`/lazy-static/thumbnails/${own.thumbnail}`)).statusCode, 404)
    assert.equal(asked.length, before)
  })
})
