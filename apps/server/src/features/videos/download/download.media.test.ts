import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { saveVideoFile } from '../files/save-files.ts'
import { hlsKey, webVideoKey } from '../files/video-file-keys.ts'
import { addPeople } from '../testing/add-people.ts'
import { makeTestVideo, type TestVideo } from '../testing/make-test-video.ts'

const settings = { rates_limit: { download_generate_video: { max: 1000 } } }

interface Media {
  video: TestVideo
  picture: number
  sound: number
  sound2: number
}

describe('downloads made of several files', () => {
  let server: TestServer
  let owner: string
  let other: string
  let open: Media
  const folder = mkdtempSync(join(tmpdir(), 'sepiola-download-'))
  const clips: Record<'picture' | 'sound' | 'both', Buffer> = {} as never

  const makeClip = (name: keyof typeof clips, args: string[]) => {
    const path = join(folder, `${name}.mp4`)
    execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', ...args, path])
    clips[name] = readFileSync(path)
  }

  before(async () => {
    server = await startTestServer({ settings, listen: true })
    ;({ owner, other } = await addPeople(server, { owner: 2, other: 2 }))
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=25:duration=12']
    const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=12']
    const fragmented = ['-movflags', 'frag_keyframe+empty_moov']
    const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '25']
    makeClip('picture', [...picture, ...h264, ...fragmented])
    makeClip('sound', [...sound, '-c:a', 'aac', ...fragmented])
    makeClip('both', [...picture, ...sound, ...h264, '-c:a', 'aac'])
    open = await make({ name: 'Day / night' })
  })
  after(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  async function make(attributes: Parameters<typeof makeTestVideo>[1]): Promise<Media> {
    const { ctx } = server
    const video = await makeTestVideo(ctx, { owner: 'owner', ...attributes })
    const playlist = await ctx.db
      .selectFrom('videoStreamingPlaylist')
      .select('id')
      .where('videoId', '=', video.id)
      .executeTakeFirstOrThrow()
    const save = async (
      resolution: number,
      fps: number,
      content: Buffer,
      streams: { hasVideo: boolean; hasAudio: boolean },
    ) => {
      const filename = `${video.uuid}-${resolution}-${fps}-fragmented.mp4`
      await ctx.storage.write('streaming_playlists', hlsKey(video, filename), content)
      const [width, height, size] = [160, 90, content.length]
      const row = { ...{ resolution, fps, width, height, size, filename, ...streams }, extname: '.mp4', metadata: null }
      return ctx.db
        .transaction()
        .execute((tx) => saveVideoFile(ctx, tx, video, { ...row, videoStreamingPlaylistId: playlist.id }))
    }
    await ctx.storage.write('web_videos', webVideoKey(video, video.webVideo), clips.both)
    await ctx.storage.write('streaming_playlists', hlsKey(video, video.hlsVideo), clips.both)
    const cover = await sharp({ create: { width: 280, height: 157, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    await ctx.storage.write('thumbnails', video.thumbnail, cover)
    return {
      video,
      picture: await save(90, 25, clips.picture, { hasVideo: true, hasAudio: false }),
      sound: await save(0, 0, clips.sound, { hasVideo: false, hasAudio: true }),
      sound2: await save(0, 1, Buffer.from('no sound'), { hasVideo: false, hasAudio: true }),
    }
  }

  const get = (
    id: string | number,
    fileIds: readonly (number | string)[],
    {
      as,
      headers = {},
      extra = '',
      method = 'GET' as 'GET' | 'HEAD',
    }: { as?: string; headers?: Record<string, string>; extra?: string; method?: 'GET' | 'HEAD' } = {},
  ) =>
    server.request({
      method,
      url: `/download/videos/generate/${id}?${fileIds.map((file) => `videoFileIds=${file}`).join('&')}${extra}`,
      headers,
      ...(as ? { as } : {}),
    })

  interface Probed {
    format: { duration: string; format_name: string }
    streams: { codec_name: string; disposition: { attached_pic: number } }[]
  }
  const probe = (content: Buffer): Probed => {
    const path = join(folder, 'answer.mp4')
    writeFileSync(path, content)
    const args = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', path]
    return JSON.parse(execFileSync(server.ctx.media.ffprobePath, args).toString())
  }
  const counted = async (id: number) =>
    (await sql`SELECT FROM sepiola."videoCount" WHERE "videoId" = ${id}`.execute(server.ctx.db)).rows.length

  test('picture and sound become one file', async () => {
    const before = await counted(open.video.id)
    const answer = await get(open.video.uuid, [open.picture, open.sound])
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
    assert.equal(answer.headers['content-type'], 'video/mp4')
    assert.match(String(answer.headers['content-disposition']), /^attachment; filename="Day _ night\.mp4"/)
    assert.equal(answer.headers['access-control-allow-origin'], '*')
    const { streams, format } = probe(answer.rawPayload)
    assert.deepEqual(streams.map(({ codec_name }) => codec_name).toSorted(), ['aac', 'h264'])
    assert.ok(Math.abs(Number(format.duration) - 12) < 0.2, format.duration)
    const full = ['-v', 'error', '-i', join(folder, 'answer.mp4'), '-f', 'null', '-']
    assert.equal(execFileSync(server.ctx.media.ffmpegPath, full).toString(), '')
    assert.equal(await counted(open.video.id), before + 1)
  })

  test('only sound is an .m4a with a cover', async () => {
    const answer = await get(open.video.id, [open.sound])
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
    assert.equal(answer.headers['content-type'], 'audio/mp4')
    assert.match(String(answer.headers['content-disposition']), /Day _ night\.m4a"/)
    const { streams } = probe(answer.rawPayload)
    assert.deepEqual(streams.map((stream) => [stream.codec_name, stream.disposition.attached_pic]).toSorted(), [
      ['aac', 0],
      ['mjpeg', 1],
    ])
  })

  test('a cover of any size leaves the sound whole', async () => {
    for (const side of [160, 1200]) {
      const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const
      const cover = await sharp({ create: { width: side, height: side, channels: 3, background: 'teal', noise } })
        .jpeg()
        .toBuffer()
      await server.ctx.storage.write('thumbnails', open.video.thumbnail, cover)
      const answer = await get(open.video.id, [open.sound])
      const { format, streams } = probe(answer.rawPayload)
      assert.equal(streams.length, 2)
      assert.ok(Math.abs(Number(format.duration) - 12) < 0.2, `${cover.length} bytes: ${format.duration}`)
      assert.ok(answer.rawPayload.includes(cover), 'the picture is in it')
      const decode = ['-v', 'error', '-i', join(folder, 'answer.mp4'), '-map', '0:a', '-f', 's16le', '-']
      const decoded = execFileSync(server.ctx.media.ffmpegPath, decode, { maxBuffer: 10_000_000 })
      assert.ok(Math.abs(decoded.length / 2 / 44_100 - 12) < 0.2, `${cover.length} bytes: ${decoded.length}`)
    }
  })

  test('one file is sent as it is, in ranges too', async () => {
    const { web, hls } = open.video.fileIds
    for (const id of [web, hls]) {
      const whole = await get(open.video.uuid, [id])
      assert.equal(whole.statusCode, 200)
      assert.ok(whole.rawPayload.equals(clips.both))
      assert.equal(whole.headers['content-length'], String(clips.both.length))
      const part = await get(open.video.uuid, [id], { headers: { range: 'bytes=5-9' } })
      assert.equal(part.statusCode, 206)
      assert.ok(part.rawPayload.equals(clips.both.subarray(5, 10)))
    }
  })

  test('an address with an extension is not saved under the name', async () => {
    for (const extension of ['mp4', 'm4a']) {
      const answer = await get(`${open.video.uuid}.${extension}`, [open.picture, open.sound])
      assert.equal(answer.statusCode, 200, answer.body.slice(0, 200))
      assert.equal(answer.headers['content-disposition'], undefined)
    }
  })

  test('HEAD tells what would come, without making it', async () => {
    const before = await counted(open.video.id)
    const answer = await get(open.video.uuid, [open.picture, open.sound], { method: 'HEAD' })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['content-type'], 'video/mp4')
    assert.equal(answer.body, '')
    assert.equal(await counted(open.video.id), before)
  })

  test('what is refused', async () => {
    const foreign = await make({})
    const { uuid } = open.video
    const status = async (ids: readonly (number | string)[], id: string | number = uuid) =>
      (await get(id, ids)).statusCode
    assert.equal(await status([]), 400)
    assert.equal(await status(['one']), 400)
    assert.equal(await status([-1]), 400)
    assert.equal(await status([99999999999]), 400)
    assert.equal(await status([open.picture, open.sound, open.video.fileIds.web]), 400)
    assert.equal(await status([open.picture, open.video.fileIds.web]), 400, 'two pictures')
    assert.equal(await status([open.sound, open.sound2]), 400, 'two sounds')
    assert.equal(await status([open.sound, open.video.fileIds.web]), 400, 'two sounds')
    assert.equal(await status([foreign.picture]), 404)
    assert.equal(await status([987654]), 404)
    assert.equal(await status([open.picture], 'no-id'), 400)
    assert.equal(await status([open.picture], '5b3b4a0f-7f7f-4c54-9b4e-1fd4b3f0c001'), 404)
    const before = await counted(open.video.id)
    assert.equal(await status([open.picture, open.sound2]), 503, 'not media')
    assert.equal(await counted(open.video.id), before)
    assert.equal(await status([open.picture, open.sound]), 200, 'the failed one does not count')
  })

  test('too many at once; a plugin refuses', async () => {
    await server.ctx.settings.override({ download_generate_video: { max_parallel_downloads: 0 } })
    assert.equal((await get(open.video.uuid, [open.picture, open.sound])).statusCode, 429)
    await server.ctx.settings.override({ download_generate_video: { max_parallel_downloads: 1 } })
    for (let i = 0; i < 3; i++) assert.equal((await get(open.video.uuid, [open.picture, open.sound])).statusCode, 200)
    await server.ctx.settings.clearOverride()
    let refuses = true
    server.ctx.hooks.on('filter:api.download.generated-video.allowed.result', (value: object, { videoFiles }: any) => {
      assert.equal(videoFiles.length, 2)
      return refuses ? { allowed: false, errorMessage: 'Premium only' } : value
    })
    const refused = await get(open.video.uuid, [open.picture, open.sound])
    assert.deepEqual([refused.statusCode, refused.json().detail], [403, 'Premium only'])
    refuses = false
  })

  test('who goes away in the middle leaves nothing running', async () => {
    await server.ctx.settings.override({
      download_generate_video: { max_parallel_downloads: 1 },
      download: { max_total_bytes_per_second: 0, max_bytes_per_ip_per_second: 100_000 },
    })
    const url = `/download/videos/generate/${open.video.uuid}?videoFileIds=${open.picture}&videoFileIds=${open.sound}`
    const abort = new AbortController()
    const answer = await fetch(server.url + url, { signal: abort.signal })
    await answer.body!.getReader().read()
    assert.equal((await fetch(server.url + url)).status, 429)
    abort.abort()
    await server.ctx.settings.override({ download_generate_video: { max_parallel_downloads: 1 } })
    let status = 429
    for (let tries = 0; tries < 100 && status === 429; tries++) {
      await sleep(50)
      status = (await server.request({ method: 'GET', url })).statusCode
    }
    assert.equal(status, 200)
    await server.ctx.settings.clearOverride()
  })

  test('private and protected videos open as elsewhere', async () => {
    const hidden = await make({ privacy: 3 })
    const locked = await make({ privacy: 5, videoPasswords: ['sesame'] })
    const ids = ({ picture, sound }: Media) => [picture, sound]
    assert.equal((await get(hidden.video.uuid, ids(hidden))).statusCode, 401)
    assert.equal((await get(hidden.video.uuid, ids(hidden), { as: other })).statusCode, 403)
    assert.equal((await get(hidden.video.uuid, ids(hidden), { as: owner })).statusCode, 200)
    const asked = await server.request({ method: 'POST', url: `/api/v1/videos/${hidden.video.uuid}/token`, as: owner })
    const extra = `&videoFileToken=${asked.json().files.token}`
    assert.equal((await get(hidden.video.uuid, ids(hidden), { extra })).statusCode, 200)
    assert.equal((await get(locked.video.uuid, ids(locked), { extra })).statusCode, 403)
    assert.equal((await get(locked.video.uuid, ids(locked))).statusCode, 401)
    const headers = { 'x-peertube-video-password': 'sesame' }
    assert.equal((await get(locked.video.uuid, ids(locked), { headers })).statusCode, 200)
  })

  test('no faster than the settings allow, together and by client', async () => {
    const big = await make({})
    await server.ctx.storage.write('web_videos', big.video.webVideo, Buffer.alloc(600_000))
    const url = `/download/web-videos/${big.video.uuid}-480.mp4`
    const measure = async () => {
      const start = performance.now()
      assert.equal((await server.request({ url })).rawPayload.length, 600_000)
      return performance.now() - start
    }
    const limits: [number, number][] = [
      [1_000_000, 0],
      [0, 1_000_000],
    ]
    for (const [total, each] of limits) {
      const download = { max_total_bytes_per_second: total, max_bytes_per_ip_per_second: each }
      await server.ctx.settings.override({ download })
      const took = await measure()
      assert.ok(took > 450, `${took} ms`)
    }
    await server.ctx.settings.clearOverride()
  })

  test('five at a time, of those that succeed', async () => {
    await server.ctx.settings.override({ rates_limit: { download_generate_video: { max: 5, window: '5 seconds' } } })
    const statuses: number[] = []
    for (let i = 0; i < 8; i++) statuses.push((await get(open.video.uuid, [987654])).statusCode)
    assert.deepEqual([...new Set(statuses)], [404])
    statuses.length = 0
    for (let i = 0; i < 6; i++) statuses.push((await get(open.video.uuid, [open.video.fileIds.web])).statusCode)
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429])
    await server.ctx.settings.clearOverride()
  })
})
