import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { featuresUpTo } from '#app/test-features.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import type { Problem } from '#foundation/http/problem.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '../testing/make-test-video.ts'
import { writeTorrent } from '../torrents/write-torrent.ts'
import { sendStoredFile } from './send-stored-file.ts'

const features = featuresUpTo('videos')

describe('files of videos', () => {
  let server: TestServer
  let owner: string
  let other: string
  let video: TestVideo

  before(async () => {
    server = await startTestServer({ features })
    ;({ owner, other } = await addPeople(server, { owner: 2, other: 2 }))
    video = await makeTestVideo(server.ctx, { owner: 'owner', name: 'A "file" / with ünusual name' })
  })
  after(() => server.close())

  const get = (url: string, headers: Record<string, string> = {}, as?: string) =>
    server.request({ url, headers, ...(as ? { as } : {}) })
  const status = async (url: string, headers: Record<string, string> = {}, as?: string) =>
    (await get(url, headers, as)).statusCode

  test('whole, in ranges, by HEAD and not again when unchanged', async () => {
    const url = `/static/web-videos/${video.webVideo}`
    const whole = await get(url)
    assert.equal(whole.statusCode, 200)
    assert.equal(whole.body, video.webVideo)
    assert.equal(whole.headers['content-type'], 'video/mp4')
    assert.equal(whole.headers['accept-ranges'], 'bytes')
    assert.equal(whole.headers['access-control-allow-origin'], '*')

    const part = await get(url, { range: 'bytes=2-4' })
    assert.equal(part.statusCode, 206)
    assert.equal(part.body, video.webVideo.slice(2, 5))
    assert.equal(part.headers['content-range'], `bytes 2-4/${video.webVideo.length}`)
    assert.equal((await get(url, { range: 'bytes=-4' })).body, '.mp4')
    const beyond = await get(url, { range: 'bytes=9999-' })
    assert.deepEqual([beyond.statusCode, beyond.headers['content-range']], [416, `bytes */${video.webVideo.length}`])
    assert.match(String(beyond.headers['content-type']), /problem\+json/)
    assert.equal(beyond.json().status, 416)

    const head = await server.request({ method: 'HEAD', url })
    assert.equal(head.statusCode, 200)
    assert.equal(head.headers['content-length'], String(video.webVideo.length))
    assert.equal(head.body, '')
    assert.equal(await status(url, { 'if-none-match': String(whole.headers.etag) }), 304)
  })

  test('HLS files, aliases, and what is missing', async () => {
    const folder = `/static/streaming-playlists/hls/${video.uuid}`
    const playlist = await get(`${folder}/${video.master}`)
    assert.equal(playlist.body, video.master)
    assert.match(String(playlist.headers['content-type']), /mpegurl/)
    assert.equal(await status(`${folder}/${video.hlsVideo}`), 200)
    assert.equal(await status(`/static/webseed/${video.webVideo}`), 200)
    assert.equal(await status(`/lazy-static/previews/${video.thumbnail}`), 200)
    const missing = await get('/static/web-videos/nothing.mp4')
    assert.equal(missing.statusCode, 404)
    assert.match(String(missing.headers['content-type']), /problem\+json/)
    const lazy = await get('/lazy-static/thumbnails/nothing.jpg')
    assert.equal(lazy.statusCode, 404)
    assert.equal(lazy.body, '')
  })

  test('a file that goes while it is being opened is missing, not a fault', async () => {
    const { storage, settings } = server.ctx
    for (const size of [1000, 1_000_000]) {
      const key = `vanishing-${size}.mp4`
      await storage.write('web_videos', key, Buffer.alloc(size))
      const reply = {
        code() {
          rmSync(join(settings.current.storage.web_videos, key))
          return reply
        },
        headers: () => reply,
        send: () => reply,
      }
      const request = { method: 'GET', raw: { method: 'GET', headers: {} } }
      await assert.rejects(
        sendStoredFile(server.ctx, request as FastifyRequest, reply as unknown as FastifyReply, {
          area: 'web_videos',
          key,
        }),
        (error: Problem) => error.status === 404,
      )
    }
  })

  test('names that no private HLS file has', async () => {
    const folder = '/static/streaming-playlists/hls/private'
    const refused = async (path: string) => {
      const answer = await get(`${folder}/${path}`, {}, owner)
      assert.equal(answer.statusCode, 400, path)
      return Object.keys(answer.json()['invalid-params'])
    }
    assert.deepEqual(await refused(`${video.uuid}/UPPER.m3u8`), ['filename'])
    assert.deepEqual(await refused(`${video.uuid}/two.dots.mp4`), ['filename'])
    assert.deepEqual(await refused(`no-uuid/${video.hlsVideo}`), ['videoUUID'])
  })

  test('no way around the guard', async () => {
    const hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
    for (const url of [
      `/static/web-videos/private%2F${hidden.webVideo}`,
      `/static/web-videos/..%2Fweb-videos%2Fprivate%2F${hidden.webVideo}`,
      `/static/streaming-playlists/hls/private%2F${hidden.uuid}/${hidden.master}`,
      `/static/streaming-playlists/hls/private/${hidden.uuid}%2F${hidden.master}`,
      `/static/streaming-playlists/hls/${video.uuid}/..%2Fprivate%2F${hidden.uuid}%2F${hidden.master}`,
      '/lazy-static/thumbnails/..%2F..%2Fconfig%2Fsecrets.json',
      `/static/redundancy/hls/..%2Fx/${hidden.master}`,
    ]) {
      const answer = await get(url)
      assert.ok(answer.statusCode >= 400, `${url}: ${answer.statusCode}`)
    }
  })

  test('private files, by who asks with what (spec 05 §14)', async () => {
    const hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
    const internal = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 4 })
    const locked = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 5, videoPasswords: ['sesame'] })
    const urls = (each: TestVideo) => [
      `/static/web-videos/private/${each.webVideo}`,
      `/static/streaming-playlists/hls/private/${each.uuid}/${each.hlsVideo}`,
      `/static/streaming-playlists/hls/private/${each.uuid}/${each.master}`,
    ]
    const password = (value: string) => ({ 'x-peertube-video-password': value })
    const rows: [TestVideo, Record<string, string>, string | undefined, number][] = [
      [hidden, {}, undefined, 401],
      [hidden, {}, other, 403],
      [hidden, {}, owner, 200],
      [internal, {}, undefined, 401],
      [internal, {}, other, 200],
      [locked, {}, undefined, 401],
      [locked, {}, other, 403],
      [locked, {}, owner, 200],
      [locked, password('wrong'), undefined, 403],
      [locked, password('sesame'), undefined, 200],
      [hidden, password('sesame'), undefined, 401],
    ]
    for (const [each, headers, as, expected] of rows) {
      for (const url of urls(each)) assert.equal(await status(url, headers, as), expected, `${url} ${expected}`)
    }
    // What is not known is refused by name (spec 03 §9).
    for (const unknown of [
      '/static/web-videos/private/unknown.mp4',
      '/static/streaming-playlists/hls/private/6b2e2bd3-2d6d-4a7e-9d4a-1f0c2f3a4b5c/unknown.m3u8',
    ]) {
      for (const time of ['first', 'again']) {
        const answer = await get(unknown, {}, owner)
        assert.deepEqual([answer.statusCode, answer.body], [403, 'Forbidden'], time)
      }
    }
  })

  test('public files of a blocked video, for those who may still read it (spec 10 §3)', async () => {
    const blocked = await makeTestVideo(server.ctx, { owner: 'owner' })
    const moderator = await server.login()
    const master = `/static/streaming-playlists/hls/${blocked.uuid}/${blocked.master}`
    const urls = [
      `/static/web-videos/${blocked.webVideo}`,
      `/static/webseed/${blocked.webVideo}`,
      `/static/streaming-playlists/hls/${blocked.uuid}/${blocked.hlsVideo}`,
      master,
    ]
    for (const url of urls) assert.equal(await status(url), 200)
    await blockVideo(blocked.id)
    const bad = { authorization: 'Bearer nonsense' }
    for (const url of urls) {
      assert.equal(await status(url), 401, url)
      assert.equal(await status(url, bad), 401, url)
      assert.equal(await status(url, {}, other), 403, url)
      assert.equal(await status(url, { 'x-peertube-video-password': 'sesame' }), 401, url)
      assert.equal(await status(url, {}, owner), 200, url)
      assert.equal(await status(url, {}, moderator), 200, url)
      assert.equal(await status(`${url}?videoFileToken=nonsense`), 403, url)
    }
    const asked = { method: 'POST', url: `/api/v1/videos/${blocked.id}/token`, as: owner } as const
    const query = `?videoFileToken=${(await server.request(asked)).json().files.token}`
    for (const url of urls) assert.equal(await status(url + query), 200, url)
    const passedOn = await get(`${master}${query}&reinjectVideoFileToken=true`)
    assert.equal(passedOn.body, `${blocked.master}${query}&reinjectVideoFileToken=true`)
    assert.equal(await status(`/static/web-videos/${video.webVideo}`, bad), 200, 'others stay open')

    await server.ctx.db.deleteFrom('videoBlacklist').where('videoId', '=', blocked.id).execute()
    for (const url of urls) assert.equal(await status(url), 200)
  })

  async function blockVideo(videoId: number): Promise<void> {
    const now = new Date()
    const block = { videoId, type: 1, unfederated: false, createdAt: now, updatedAt: now }
    await server.ctx.db.insertInto('videoBlacklist').values(block).execute()
  }

  test('a file token opens one video, for its files only', async () => {
    const hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
    const another = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
    const ask = (id: number, as?: string) =>
      server.request({ method: 'POST', url: `/api/v1/videos/${id}/token`, ...(as ? { as } : {}) })
    assert.equal((await ask(hidden.id)).statusCode, 401)
    assert.equal((await ask(hidden.id, other)).statusCode, 403)
    assert.equal((await ask(video.id)).statusCode, 401)
    const { files } = (await ask(hidden.id, owner)).json()
    const query = `?videoFileToken=${files.token}`
    assert.equal(await status(`/static/web-videos/private/${hidden.webVideo}${query}`), 200)
    assert.equal(await status(`/static/web-videos/private/${another.webVideo}${query}`), 403)
    assert.equal(await status(`/static/web-videos/private/${hidden.webVideo}?videoFileToken=nonsense`), 403)

    const master = `/static/streaming-playlists/hls/private/${hidden.uuid}/${hidden.master}`
    const passedOn = await get(`${master}${query}&reinjectVideoFileToken=true`)
    assert.equal(passedOn.body, `${hidden.master}${query}&reinjectVideoFileToken=true`)
    assert.equal((await get(`${master}${query}`)).body, hidden.master)
  })

  test('torrents of web videos and HLS files, whoever asks', async () => {
    const hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3, name: 'Hidden one' })
    for (const each of [video, hidden]) {
      for (const fileId of Object.values(each.fileIds)) await writeTorrent(server.ctx, fileId)
      const { files, streamingPlaylists } = (await get(`/api/v1/videos/${each.uuid}`, {}, owner)).json()
      for (const file of [files[0], streamingPlaylists[0].files[0]]) {
        assert.equal(file.magnetUri.includes('&ws='), each === video, 'private files are no web seeds')
        assert.equal(await status(new URL(file.torrentUrl).pathname), 200)
        const { pathname } = new URL(file.torrentDownloadUrl)
        const torrent = await get(pathname)
        assert.equal(torrent.statusCode, 200)
        assert.equal(torrent.headers['content-type'], 'application/x-bittorrent')
        assert.match(String(torrent.headers['content-disposition']), /filename="[^"]*-480p\.torrent"/)
      }
    }
    const unknown = await get('/download/torrents/nothing.torrent')
    assert.deepEqual([unknown.statusCode, unknown.body], [404, 'Not Found'])
  })

  test('downloads are attachments and are counted', async () => {
    const web = await get(`/download/web-videos/${video.uuid}-480.mp4`)
    assert.equal(web.statusCode, 200, web.body)
    assert.equal(web.body, video.webVideo)
    assert.equal(
      web.headers['content-disposition'],
      `attachment; filename="A _file_ _ with _nusual name-480p.mp4"; ` +
        `filename*=UTF-8''A%20%22file%22%20_%20with%20%C3%BCnusual%20name-480p.mp4`,
    )
    const hls = await get(`/download/streaming-playlists/hls/videos/${video.uuid}-480-fragmented.mp4`)
    assert.equal(hls.body, video.hlsVideo)
    assert.equal(await status(`/download/web-videos/${video.uuid}-1080.mp4`), 404)
    assert.equal(await status('/download/web-videos/nonsense-1080.mp4'), 400)
    const hidden = await makeTestVideo(server.ctx, { owner: 'owner', privacy: 3 })
    assert.equal(await status(`/download/web-videos/${hidden.uuid}-480.mp4`), 401)
    assert.equal(await status(`/download/web-videos/${hidden.uuid}-480.mp4`, {}, owner), 200)
  })
})
