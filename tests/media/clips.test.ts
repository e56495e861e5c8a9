import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openUpload, published, signIn, until, uploadVideo, type Api } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { parseMaster, parseMedia } from '../support/hls-playlist.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

const rungs = ['144p', '240p', '360p']
const resolutions = Object.fromEntries(
  ['0p', '144p', '240p', '360p', '480p', '720p', '1080p', '1440p', '2160p'].map((name) => [name, rungs.includes(name)]),
)

let server: RealServer
let clips: Clips
let api: Api

before(async () => {
  clips = await createClips()
  server = await startRealServer({
    settings: { transcoding: { enabled: true, resolutions, always_transcode_podcast_optimized_audio: false } },
  })
  api = await signIn(server.url)
})

after(async () => {
  await server?.stop()
  if (server) await removeData(server.data)
  await clips?.remove()
})

/** Files below the storage folder with their sizes, without the logs. */
async function listStorage(): Promise<string[]> {
  const entries = await readdir(join(server.data, 'storage'), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/logs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url)
  assert.equal(response.status, 200, url)
  return response.text()
}

interface Expected {
  /** `WxH@fps`, smallest first. */
  renditions: string[]
  /** s */
  duration: number
  audio?: boolean
}

/** Spec 05 §9, for every rendition: playlists, byte ranges, hashes, and what ffprobe sees over HTTP. */
async function assertHls(video: any, expected: Expected) {
  const { audio = true, duration } = expected
  const [playlist] = video.streamingPlaylists
  assert.ok(Math.abs(video.duration - duration) <= 1, `duration ${video.duration}`)
  assert.equal(video.state.id, 1)
  const master = await fetchText(playlist.playlistUrl)
  assert.match(master, /^#EXTM3U\n#EXT-X-VERSION:3\n/)
  assert.ok(master.endsWith('\n'))
  const variants = parseMaster(master)
  const sizes = variants.map(({ resolution, frameRate }) => `${resolution}@${frameRate}`)
  assert.deepEqual(sizes, expected.renditions)
  const hashes = JSON.parse(await fetchText(playlist.segmentsSha256Url)) as Record<string, Record<string, string>>
  assert.equal(Object.keys(hashes).length, variants.length)
  assert.equal(playlist.files.length, variants.length)

  for (const variant of variants) {
    const url = new URL(variant.uri, playlist.playlistUrl)
    const media = parseMedia(await fetchText(url.href))
    const name = variant.uri.replace(/\.m3u8$/, '-fragmented.mp4')
    const short = Math.min(...variant.resolution!.split('x').map(Number))
    assert.match(variant.uri, new RegExp(`^[0-9a-f]{8}-[0-9a-f-]{27}-${short}\\.m3u8$`))
    assert.equal(media.tags.get('EXT-X-VERSION'), '7')
    assert.equal(media.tags.get('EXT-X-PLAYLIST-TYPE'), 'VOD')
    assert.equal(media.tags.get('EXT-X-MEDIA-SEQUENCE'), '0')
    assert.ok(media.tags.has('EXT-X-ENDLIST'))
    const longest = Math.max(...media.segments.map((segment) => segment.duration))
    assert.ok(Number(media.tags.get('EXT-X-TARGETDURATION')) >= Math.round(longest))
    const length = media.segments.reduce((sum, segment) => sum + segment.duration, 0)
    assert.ok(Math.abs(length - duration) < 0.5, `${variant.uri} lasts ${length} s`)

    const response = await fetch(new URL(name, url))
    const bytes = Buffer.from(await response.arrayBuffer())
    const ranges: Record<string, string> = {}
    let position = media.init.length
    assert.deepEqual([media.init.uri, media.init.start], [name, 0])
    for (const segment of media.segments) {
      assert.equal(segment.uri, name)
      assert.equal(segment.start, position, 'ranges follow each other')
      position += segment.length
      const part = bytes.subarray(segment.start, position)
      ranges[`${segment.start}-${position - 1}`] = createHash('sha256').update(part).digest('hex')
    }
    assert.ok(position <= bytes.length)
    assert.deepEqual(hashes[name], ranges)
    const [first] = media.segments
    const ranged = await fetch(new URL(name, url), {
      headers: { range: `bytes=${first!.start}-${first!.start + first!.length - 1}` },
    })
    assert.equal(ranged.status, 206)
    const partHash = createHash('sha256')
      .update(Buffer.from(await ranged.arrayBuffer()))
      .digest('hex')
    assert.equal(partHash, hashes[name]![`${first!.start}-${first!.start + first!.length - 1}`])

    const file = playlist.files.find((each: any) => each.fileUrl.endsWith(name))
    assert.ok(file, `${name} is among the files`)
    assert.equal(file.size, bytes.length)
    assert.equal(file.resolution.id, short)
    assert.equal(file.hasAudio, audio)
    assert.equal(file.hasVideo, true)
    const exact = file.size * 8
    const tolerance = exact / Math.max(video.duration - 1, 1) - exact / (video.duration + 1)
    assert.ok(Math.abs(variant.bandwidth - exact / duration) <= tolerance, `bandwidth ${variant.bandwidth}`)

    const { streams, format } = await clips.probe(url.href)
    const picture = streams.find((stream) => stream.codec_type === 'video')
    const sound = streams.find((stream) => stream.codec_type === 'audio')
    assert.equal(`${picture.width}x${picture.height}`, variant.resolution)
    assert.equal(picture.avg_frame_rate, `${file.fps}/1`)
    assert.equal(variant.frameRate, file.fps)
    assert.equal(picture.pix_fmt, 'yuv420p')
    assert.equal(sound !== undefined, audio)
    assert.ok(Math.abs(Number(format.duration) - duration) < 0.5, `ffprobe: ${format.duration} s`)
    assert.match(variant.codecs, audio ? /^avc1\.[0-9A-F]{6},mp4a\.40\.\d+$/i : /^avc1\.[0-9A-F]{6}$/i)
  }
}

describe('what a clip becomes', () => {
  const ids = new Map<string, Promise<string>>()

  /** All are sent first, so that the server never waits for the test. */
  before(async () => {
    const cut = async (name: string, share: number, faststart: boolean) => {
      const path = await clips.make(name, { duration: 4, faststart })
      const bytes = await readFile(path)
      await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * share)))
      return path
    }
    const sources: Record<string, () => Promise<string>> = {
      landscape: () => clips.make('landscape.mp4', { duration: 6 }),
      portrait: () => clips.make('portrait.mp4', { width: 360, height: 640, duration: 2 }),
      odd: () => clips.make('odd.mp4', { width: 853, height: 481, pixelFormat: 'yuv444p', duration: 2 }),
      sixty: () => clips.make('sixty.mp4', { fps: 60, duration: 2 }),
      silent: () => clips.make('silent.mp4', { audio: false, duration: 2 }),
      audio: () => clips.make('audio.mp3', { video: false, duration: 3 }),
      rotated: () => clips.make('rotated.mp4', { rotate: 90, duration: 2 }),
      cut: () => cut('cut.mp4', 0.5, true),
    }
    for (const [name, make] of Object.entries(sources)) {
      const path = await make()
      const sent = uploadVideo(api, path, { name: `The ${name} clip` }).then(({ uuid }) => uuid)
      sent.catch(() => {})
      ids.set(name, sent)
    }
  })

  const ladders: Record<string, Expected> = {
    landscape: { renditions: ['256x144@25', '426x240@25', '640x360@25'], duration: 6 },
    portrait: { renditions: ['144x256@25', '240x426@25', '360x640@25'], duration: 2 },
    odd: { renditions: ['256x144@25', '426x240@25', '638x360@25', '854x482@25'], duration: 2 },
    sixty: { renditions: ['256x144@30', '426x240@30', '640x360@60'], duration: 2 },
    silent: { renditions: ['256x144@25', '426x240@25', '640x360@25'], duration: 2, audio: false },
    rotated: { renditions: ['144x256@25', '240x426@25', '360x640@25'], duration: 2 },
  }
  for (const [name, expected] of Object.entries(ladders)) {
    test(`${name}: the whole ladder`, async () => {
      const video = await published(api, await ids.get(name)!, expected.renditions.length)
      await assertHls(video, expected)
      assert.ok(video.thumbnails.length > 0)
      const picture = await fetch(new URL(video.thumbnailPath, server.url))
      assert.equal(picture.headers.get('content-type'), 'image/jpeg')
      const progress = await api.get(`/api/v1/videos/${video.uuid}/transcoding-progress`)
      assert.deepEqual(new Set(progress.renditions.map((rendition: any) => rendition.state)), new Set(['done']))
    })
  }

  test('audio only: a video with a picture that can be played', async () => {
    const video = await published(api, await ids.get('audio')!, 1)
    const [playlist] = video.streamingPlaylists
    const { streams, format } = await clips.probe(playlist.playlistUrl)
    assert.deepEqual([...new Set(streams.map((stream) => stream.codec_type))].toSorted(), ['audio', 'video'])
    assert.ok(Math.abs(Number(format.duration) - 3) < 0.6, String(format.duration))
    assert.ok(Math.abs(video.duration - 3) <= 1)
    assert.ok(playlist.files.some((file: any) => file.hasAudio && file.hasVideo))
  })

  test('cut in its middle: what is there can be played, and the duration says how much', async () => {
    const video = await published(api, await ids.get('cut')!, 3)
    assert.ok(video.duration >= 1 && video.duration <= 3, String(video.duration))
    const { format } = await clips.probe(video.streamingPlaylists[0].playlistUrl)
    assert.ok(Math.abs(Number(format.duration) - video.duration) <= 1, `${format.duration} and ${video.duration}`)
  })
})

describe('what is refused', () => {
  async function assertNothingLeft(attempt: () => Promise<void>) {
    // Jobs of the videos before would add and remove files meanwhile.
    await until('no job is left', async () => {
      const lists = await Promise.all(
        ['active', 'waiting', 'delayed'].map((state) => api.get(`/api/v1/jobs/${state}?count=1`)),
      )
      return lists[0].total + lists[1].total === 0
    })
    const [files, videos] = [await listStorage(), await api.get('/api/v1/users/me/videos?count=1')]
    await attempt()
    assert.deepEqual(await listStorage(), files)
    assert.equal((await api.get('/api/v1/users/me/videos?count=1')).total, videos.total)
  }

  async function sendMultipart(path: string) {
    const form = new FormData()
    form.append('name', 'A refused video')
    form.append('channelId', String(await api.channelId()))
    form.append('videofile', new File([await readFile(path)], 'clip.mp4', { type: 'video/mp4' }))
    return api.send('POST', '/api/v1/videos/upload', { body: form })
  }

  test('a text that calls itself .mp4: 422, and nothing is left', async () => {
    const path = join(clips.folder, 'text.mp4')
    await writeFile(path, 'This is not a video.\n'.repeat(1000))
    await assertNothingLeft(async () => {
      const response = await sendMultipart(path)
      assert.equal(response.status, 422)
      assert.match(String(response.headers.get('content-type')), /application\/problem\+json/)
    })
  })

  test('a video that lost its index: 422, also at the end of a resumable upload', async () => {
    const path = await clips.make('headless.mp4', { duration: 2 })
    const bytes = (await readFile(path)).subarray(0, 40_000)
    await writeFile(path, bytes)
    await assertNothingLeft(async () => {
      assert.equal((await sendMultipart(path)).status, 422)
      const session = await openUpload(api, bytes.length)
      const response = await api.send('PUT', `/api/v1/videos/upload-resumable?upload_id=${session.id}`, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        },
        body: new Uint8Array(bytes),
      })
      assert.equal(response.status, 422)
    })
  })

  test('more than the quota holds: 413 before the body is read', async () => {
    const created = await api.send('POST', '/api/v1/users', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        username: 'small',
        password: 'a good password',
        email: 'small@example.com',
        role: 2,
        videoQuota: 100_000,
        videoQuotaDaily: -1,
      }),
    })
    assert.equal(created.status, 200, await created.clone().text())
    const small = await signIn(server.url, 'small', 'a good password')
    const channelId = await small.channelId()

    const init = await small.send('POST', '/api/v1/videos/upload-resumable', {
      headers: {
        'content-type': 'application/json',
        'x-upload-content-length': '1000000',
        'x-upload-content-type': 'video/mp4',
      },
      body: JSON.stringify({ name: 'Too large', channelId, filename: 'large.mp4' }),
    })
    assert.equal(init.status, 413)
    assert.equal(((await init.json()) as { code: string }).code, 'quota_reached')

    const answer = await sendHeadOnly(small, channelId, 50_000_000)
    assert.equal(answer.status, 413, answer.body)
    assert.equal(JSON.parse(answer.body).code, 'quota_reached')
  })
})

/** Announces a large multipart body and sends only its first kilobytes: whoever waits for the rest gets no answer. */
function sendHeadOnly(by: Api, channelId: number, size: number): Promise<{ status: number; body: string }> {
  const boundary = 'between-the-parts'
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head =
    field('name', 'Too large') +
    field('channelId', String(channelId)) +
    `--${boundary}\r\nContent-Disposition: form-data; name="videofile"; filename="large.mp4"\r\n` +
    'Content-Type: video/mp4\r\n\r\n'
  return new Promise((resolve, reject) => {
    const sending = request(
      `${by.url}/api/v1/videos/upload`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${by.token}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': size,
        },
        timeout: 10_000,
      },
      async (response) => {
        const parts = await response.toArray()
        sending.destroy()
        resolve({ status: response.statusCode!, body: Buffer.concat(parts).toString() })
      },
    )
    sending.on('error', reject)
    sending.on('timeout', () => sending.destroy(new Error('The server waits for the body.')))
    sending.write(head + 'x'.repeat(4096))
  })
}
