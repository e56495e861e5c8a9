import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { recordCreatedKeys } from './upload-session.sql.ts'
import { removeStaleUploads } from './upload-files.ts'

const path = '/api/v1/videos/upload-resumable'
const folder = mkdtempSync(join(tmpdir(), 'sepiola-upload-'))
let server: TestServer
let token: string
let other: string
let channelId: number
let clip: Buffer

before(async () => {
  server = await startTestServer({ listen: true })
  token = await server.login()
  channelId = await channelOf(token)
  await createUser('other')
  other = await server.login('other', 'password of other')
  const file = join(folder, 'clip.mp4')
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=2']
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
  execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', ...source, ...encode, file])
  clip = readFileSync(file)
})

after(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function channelOf(as: string): Promise<number> {
  const me = (await server.request({ url: '/api/v1/users/me', as })).json<{ videoChannels: { id: number }[] }>()
  return me.videoChannels[0]!.id
}

async function createUser(username: string, extra: Record<string, unknown> = {}): Promise<void> {
  const answer = await server.request({
    method: 'POST',
    url: '/api/v1/users',
    as: token,
    payload: {
      ...{ username, password: `password of ${username}`, email: `${username}@example.com`, role: 2 },
      ...{ videoQuota: -1, videoQuotaDaily: -1, ...extra },
    },
  })
  assert.equal(answer.statusCode, 200, answer.body)
}

interface Init {
  size?: number
  mimeType?: string
  as?: string
  body?: Record<string, unknown>
}

function init(name: string, { size = clip.length, mimeType = 'video/mp4', as = token, body = {} }: Init = {}) {
  return server.request({
    method: 'POST',
    url: path,
    as,
    headers: { 'x-upload-content-length': String(size), 'x-upload-content-type': mimeType, host: 'videos.example' },
    payload: { name, channelId, filename: 'clip.mp4', lastModified: 1, ...body },
  })
}

async function start(name: string, options?: Init): Promise<string> {
  const answer = await init(name, options)
  assert.equal(answer.statusCode, 201, answer.body)
  return new URL(String(answer.headers.location), 'http://x').searchParams.get('upload_id')!
}

interface Put {
  as?: string
  total?: number | string
  headers?: Record<string, string>
}

function put(id: string, bytes: Buffer, from: number, { as = token, total = clip.length, headers = {} }: Put = {}) {
  return server.request({
    method: 'PUT',
    url: `${path}?upload_id=${id}`,
    as,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${from}-${from + bytes.length - 1}/${total}`,
      ...headers,
    },
    payload: bytes,
  })
}

const askOffset = (id: string) =>
  server.request({
    method: 'PUT',
    url: `${path}?upload_id=${id}`,
    as: token,
    headers: { 'content-range': `bytes */${clip.length}` },
  })

const errorCode = (answer: { json(): any }) => answer.json().error.code as string

test('in chunks: location, offsets, the video', async () => {
  const opened = await init('In chunks')
  assert.equal(opened.statusCode, 201)
  assert.equal(opened.body, '')
  assert.match(
    String(opened.headers.location),
    /^\/\/videos\.example\/api\/v1\/videos\/upload-resumable\?upload_id=[\w-]+$/,
  )
  assert.equal(opened.headers['access-control-expose-headers'], 'Location')
  assert.equal(opened.headers['cache-control'], 'no-store')
  const id = String(opened.headers.location).split('=')[1]!

  const first = await put(id, clip.subarray(0, 1000), 0)
  assert.equal(first.statusCode, 308)
  assert.equal(first.statusMessage, 'Resume Incomplete')
  assert.equal(first.headers.range, 'bytes=0-999')
  assert.equal((await askOffset(id)).headers.range, 'bytes=0-999')

  const again = await init('In chunks')
  assert.equal(again.statusCode, 200)
  assert.equal(again.headers.range, 'bytes=0-999')

  const last = await put(id, clip.subarray(1000), 1000)
  assert.equal(last.statusCode, 200, last.body)
  const { video } = last.json<{ video: { id: number; uuid: string; shortUUID: string } }>()
  assert.equal(video.shortUUID.length, 22)

  const row = await server.ctx.db.selectFrom('video').selectAll().where('id', '=', video.id).executeTakeFirstOrThrow()
  assert.deepEqual([row.name, row.privacy, row.state, row.duration], ['In chunks', 3, 2, 2])
  const file = await server.ctx.db
    .selectFrom('videoFile')
    .selectAll()
    .where('videoId', '=', video.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual([file.resolution, file.width, file.height, Number(file.size)], [180, 320, 180, clip.length])
  const stored = await server.ctx.storage.stat('web_videos', `private/${file.filename}`)
  assert.equal(stored?.size, clip.length)
  const thumbnails = await server.ctx.db.selectFrom('thumbnail').selectAll().where('videoId', '=', video.id).execute()
  assert.equal(thumbnails.length, server.ctx.settings.current.thumbnails.sizes.length)
  assert.deepEqual(await leftovers(id), [])

  const retried = await put(id, clip.subarray(1000), 1000)
  assert.equal(retried.statusCode, 200)
  assert.deepEqual(retried.json(), last.json())
})

async function leftovers(id: string): Promise<string[]> {
  const names = await readdir(server.ctx.storage.localPath('tmp', 'resumable-uploads'))
  return names.filter((name) => name.includes(id))
}

test('statuses of a chunk that is refused', async () => {
  const id = await start('Refusals')
  const part = clip.subarray(0, 100)
  const foreign = await put(id, part, 0, { as: other })
  assert.deepEqual([foreign.statusCode, errorCode(foreign)], [403, 'Forbidden'])
  const unknown = await put(`${id.split('-')[0]}-0000`, part, 0)
  assert.deepEqual([unknown.statusCode, errorCode(unknown)], [404, 'FileNotFound'])
  const garbled = await server.request({
    method: 'PUT',
    url: `${path}?upload_id=${id}`,
    as: token,
    headers: { 'content-range': 'everything' },
    payload: 'x',
  })
  assert.equal(garbled.statusCode, 400)

  for (const conflict of [
    await put(id, part, 0, { total: clip.length + 1 }),
    await put(id, part, clip.length - 50),
    await put(id, part, 50),
    await put(id, part, 0, { headers: { 'content-range': `bytes 0-49/${clip.length}` } }),
  ]) {
    assert.deepEqual([conflict.statusCode, errorCode(conflict)], [409, 'FileConflict'], conflict.body)
  }
  assert.equal((await askOffset(id)).headers.range, undefined)

  const checksum = createHash('sha1').update(part).digest('base64')
  const wrong = await put(id, part, 0, { headers: { digest: `sha=${createHash('sha1').digest('base64')}` } })
  assert.deepEqual([wrong.statusCode, errorCode(wrong)], [460, 'ChecksumMismatch'])
  assert.equal((await askOffset(id)).headers.range, undefined)
  const strange = await put(id, part, 0, { headers: { digest: 'crc32=abc' } })
  assert.deepEqual([strange.statusCode, errorCode(strange)], [400, 'UnsupportedChecksumAlgorithm'])
  const right = await put(id, part, 0, { headers: { digest: `sha=${checksum}` } })
  assert.deepEqual([right.statusCode, right.headers.range], [308, 'bytes=0-99'])
  const md5 = createHash('md5').update(part).digest('base64')
  assert.equal((await put(id, part, 100, { headers: { 'content-md5': md5 } })).headers.range, 'bytes=0-199')
  assert.equal((await put(id, part, 100, { as: '' })).statusCode, 401)
})

test('a dropped connection keeps its bytes; while a chunk is written the next one waits', async () => {
  const id = await start('Dropped')
  const chunk = openChunk(id, 0, clip.length)
  chunk.write(clip.subarray(0, 5000))
  await waitUntil(async () => (await askOffset(id)).headers.range === 'bytes=0-4999')
  const second = await put(id, clip.subarray(0, 100), 0)
  assert.deepEqual([second.statusCode, errorCode(second)], [423, 'FileLocked'])
  chunk.destroy()
  let last = await put(id, clip.subarray(5000), 5000)
  for (let tries = 0; last.statusCode === 423 && tries < 50; tries++) {
    await sleep(20)
    last = await put(id, clip.subarray(5000), 5000)
  }
  assert.equal(last.statusCode, 200, last.body)
})

function openChunk(id: string, from: number, total: number) {
  const chunk = httpRequest(`${server.url}${path}?upload_id=${id}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'content-length': String(total - from),
      'content-range': `bytes ${from}-${total - 1}/${total}`,
    },
  })
  chunk.on('error', () => {})
  return chunk
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await sleep(10)
  }
  assert.fail('waited in vain')
}

test('the last chunk sent twice at once makes one video', async () => {
  const id = await start('Twice')
  await put(id, clip.subarray(0, clip.length - 10), 0)
  const tail = () => put(id, clip.subarray(clip.length - 10), clip.length - 10)
  const answers = await Promise.all([tail(), tail(), tail()])
  const statuses = answers.map((answer) => answer.statusCode).sort()
  assert.equal(statuses[0], 200)
  assert.ok(
    statuses.slice(1).every((status) => [200, 423, 503].includes(status)),
    String(statuses),
  )
  for (const busy of answers.filter((answer) => answer.statusCode === 503)) {
    assert.equal(busy.headers['retry-after'], '300')
  }
  assert.equal((await tail()).statusCode, 200)
  const made = await server.ctx.db.selectFrom('video').select('id').where('name', '=', 'Twice').execute()
  assert.equal(made.length, 1)
})

test('killed after all bytes came: asking for the offset finishes the upload', async () => {
  const id = await start('Killed')
  await put(id, clip.subarray(0, 10), 0)
  const partial = server.ctx.storage.localPath('tmp', `resumable-uploads/${(await leftovers(id))[0]}`)
  await writeFile(partial, clip)
  const answer = await askOffset(id)
  assert.equal(answer.statusCode, 200, answer.body)
  assert.deepEqual((await askOffset(id)).json(), answer.json())
})

test('killed between moving the file and writing the rows: nothing is lost', async () => {
  const id = await start('Moved')
  await put(id, clip.subarray(0, 10), 0)
  const partial = server.ctx.storage.localPath('tmp', `resumable-uploads/${(await leftovers(id))[0]}`)
  await writeFile(partial, clip)
  const key = 'private/00000000-0000-4000-8000-000000000001-180.mp4'
  await recordCreatedKeys(server.ctx.db, id, [{ area: 'web_videos', key }], new Date())
  await server.ctx.storage.adopt('web_videos', key, partial)
  const answer = await put(id, clip.subarray(10), 10)
  assert.equal(answer.statusCode, 200, answer.body)
  const videoId = answer.json<{ video: { id: number } }>().video.id
  const file = await server.ctx.db
    .selectFrom('videoFile')
    .selectAll()
    .where('videoId', '=', videoId)
    .executeTakeFirstOrThrow()
  assert.equal(`private/${file.filename}`, key)
})

test('cancelling', async () => {
  const id = await start('Cancelled')
  await put(id, clip.subarray(0, 1000), 0)
  const cancel = (as: string) => server.request({ method: 'DELETE', url: `${path}?upload_id=${id}`, as })
  const foreign = await cancel(other)
  assert.deepEqual([foreign.statusCode, errorCode(foreign)], [403, 'Forbidden'])
  assert.equal((await cancel(token)).statusCode, 204)
  assert.deepEqual(await leftovers(id), [])
  assert.equal((await cancel(token)).statusCode, 204)
  assert.equal((await put(id, clip.subarray(1000), 1000)).statusCode, 404)
})

test('cancelling cuts the chunk that is under way', async () => {
  const id = await start('Cut')
  const chunk = openChunk(id, 0, clip.length)
  chunk.write(clip.subarray(0, 500))
  await waitUntil(async () => (await askOffset(id)).headers.range === 'bytes=0-499')
  const answer = await server.request({ method: 'DELETE', url: `${path}?upload_id=${id}`, as: token })
  assert.equal(answer.statusCode, 204)
  assert.deepEqual(await leftovers(id), [])
})

test('what nobody goes on with is removed after an hour', async () => {
  const id = await start('Stale')
  await put(id, clip.subarray(0, 1000), 0)
  await removeStaleUploads(server.ctx, () => false)
  assert.equal((await leftovers(id)).length, 1)
  const later = { now: () => new Date(Date.now() + 3_700_000) }
  await removeStaleUploads({ ...server.ctx, clock: later }, (each) => each === id)
  assert.equal((await leftovers(id)).length, 1)
  await removeStaleUploads({ ...server.ctx, clock: later }, () => false)
  assert.deepEqual(await leftovers(id), [])
  assert.equal((await askOffset(id)).statusCode, 404)
})

test('an announced upload is checked in the order of the contract', async () => {
  const statusOf = async (options: Init) => (await init('Checked', options)).statusCode
  assert.equal(await statusOf({ as: '' }), 401)
  assert.equal(await statusOf({ body: { name: 'x' } }), 400)
  assert.equal(await statusOf({ body: { filename: undefined } }), 400)
  const unknown = await init('Checked', { body: { name: 'x', category: 19, licence: 99, language: 'xx' } })
  assert.deepEqual(Object.keys(unknown.json()['invalid-params']), ['name', 'category', 'licence'])
  const noHeaders = await server.request({
    method: 'POST',
    url: path,
    as: token,
    payload: { name: 'abc', channelId, filename: 'a' },
  })
  assert.deepEqual(Object.keys(noHeaders.json()['invalid-params']).sort(), [
    'x-upload-content-length',
    'x-upload-content-type',
  ])
  assert.equal(await statusOf({ body: { nsfwFlags: 1 } }), 400)
  assert.equal(await statusOf({ body: { scheduleUpdate: { privacy: 1 } } }), 400)
  assert.equal(await statusOf({ body: { channelId: 424242 } }), 404)
  assert.equal(await statusOf({ as: other }), 403)
  assert.equal(await statusOf({ mimeType: 'image/png' }), 415)
  assert.equal(await statusOf({ size: 0 }), 400)
  const huge = await init('Checked', { size: 60 * 2 ** 30 })
  assert.deepEqual([huge.statusCode, huge.json().code], [413, 'max_file_size_reached'])
  assert.equal(await statusOf({ body: { privacy: 5 } }), 400)
  assert.equal(await statusOf({ body: { privacy: 5, videoPasswords: ['secret'] } }), 201)
})

test('quota: declared size, and a body that cannot fit is not even read', async () => {
  await createUser('small', { videoQuota: clip.length })
  const small = await server.login('small', 'password of small')
  const channel = await channelOf(small)
  const refused = await init('Too much', { as: small, body: { channelId: channel } })
  assert.deepEqual([refused.statusCode, refused.json().code], [413, 'quota_reached'])
  assert.equal((await init('Fits', { as: small, size: clip.length - 1, body: { channelId: channel } })).statusCode, 201)

  const status = await new Promise<number>((resolve, reject) => {
    const upload = httpRequest(`${server.url}/api/v1/videos/upload`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${small}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(10 * 2 ** 30),
      },
    })
    upload.on('response', (response) => (resolve(response.statusCode!), upload.destroy())).on('error', reject)
    upload.flushHeaders()
  })
  assert.equal(status, 413)
})

test('what is no video is refused at the end and forgotten', async () => {
  const noise = Buffer.alloc(clip.length, 'no video ')
  const id = await start('Noise')
  const answer = await put(id, noise, 0)
  assert.deepEqual([answer.statusCode, answer.json().detail], [422, 'Video file unreadable.'])
  assert.deepEqual(await leftovers(id), [])
  assert.equal((await put(id, noise, 0)).statusCode, 404)
})

function upload(fields: Record<string, string>, files: Record<string, File>, as = token) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, file] of Object.entries(files)) form.set(name, file)
  return fetch(`${server.url}/api/v1/videos/upload`, {
    method: 'POST',
    body: form,
    headers: as ? { authorization: `Bearer ${as}` } : {},
  })
}

test('in one request, with every attribute and an image', async () => {
  const image = await sharp({ create: { width: 64, height: 36, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const description = 'All of it\n0:00 Begin\n0:01 End'
  const answer = await upload(
    {
      ...{ name: '  Whole  ', channelId: String(channelId), privacy: '1', description, category: '3', language: 'fr' },
      ...{ 'tags[0]': 'one', 'tags[1]': 'two', waitTranscoding: 'true', commentsEnabled: 'false', nsfw: 'true' },
      nsfwSummary: 'shocking',
    },
    { videofile: new File([clip], 'Mein Film.mp4', { type: 'video/mp4' }), previewfile: new File([image], 'a.png') },
  )
  assert.equal(answer.status, 200)
  const { video } = (await answer.json()) as { video: { id: number } }
  const { db } = server.ctx
  const row = await db.selectFrom('video').selectAll().where('id', '=', video.id).executeTakeFirstOrThrow()
  assert.deepEqual(
    [
      row.name,
      row.privacy,
      row.category,
      row.language,
      row.waitTranscoding,
      row.commentsPolicy,
      row.nsfw,
      row.nsfwSummary,
    ],
    ['Whole', 1, 3, 'fr', true, 2, true, 'shocking'],
  )
  const thumbnails = await db.selectFrom('thumbnail').selectAll().where('videoId', '=', video.id).execute()
  assert.ok(
    thumbnails.every(({ filename, automaticallyGenerated }) => filename.endsWith('.png') && !automaticallyGenerated),
  )
  const chapters = await db
    .selectFrom('videoChapter')
    .select(['timecode', 'title'])
    .where('videoId', '=', video.id)
    .orderBy('timecode')
    .execute()
  assert.deepEqual(chapters, [
    { timecode: 0, title: 'Begin' },
    { timecode: 1, title: 'End' },
  ])
  const source = await db
    .selectFrom('videoSource')
    .selectAll()
    .where('videoId', '=', video.id)
    .executeTakeFirstOrThrow()
  assert.equal(source.inputFilename, 'Mein Film.mp4')
  const jobs = await db
    .selectFrom('sepiola.job')
    .select('type')
    .where('type', '=', 'transcoding/on-video-created')
    .execute()
  assert.ok(jobs.length > 0)
})

test('one request: refusals', async () => {
  const fields = { name: 'Refused', channelId: String(channelId) }
  const file = new File([clip], 'a.mp4', { type: 'video/mp4' })
  const statusOf = async (...input: Parameters<typeof upload>) => (await upload(...input)).status
  assert.equal(await statusOf(fields, { videofile: file }, ''), 401)
  assert.equal(await statusOf(fields, {}), 400)
  assert.equal(await statusOf({ ...fields, channelId: '424242' }, { videofile: file }), 404)
  assert.equal(await statusOf(fields, { videofile: file }, other), 403)
  assert.equal(await statusOf(fields, { videofile: new File([clip], 'a.png', { type: 'image/png' }) }), 415)
  assert.equal(await statusOf({ ...fields, privacy: '5' }, { videofile: file }), 400)
  assert.equal(await statusOf(fields, { videofile: new File(['text'], 'a.mp4', { type: 'video/mp4' }) }), 422)
  assert.equal(await statusOf(fields, { videofile: file, thumbnailfile: new File(['text'], 'a.png') }), 400)
  const off = server.ctx.hooks.on('filter:api.video.upload.accept.result', () => ({
    accepted: false,
    errorMessage: 'No!',
  }))
  const refused = await upload(fields, { videofile: file })
  off()
  assert.equal(refused.status, 403)
  assert.equal(((await refused.json()) as { detail: string }).detail, 'No!')
  const rows = await server.ctx.db.selectFrom('video').select('id').where('name', '=', 'Refused').execute()
  assert.deepEqual(rows, [])
})
