import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import bencode from 'bencode'
import type { TranscodingProgress } from '@sepiola/contract/schemas/transcoding-progress.ts'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { requestCancel } from '#foundation/jobs/cancel-job.sql.ts'
import { findVideoForTranscoding } from '#features/videos/public.ts'
import { failPart } from './finish/fail-step.ts'
import { finishPart } from './finish/finish-part.ts'
import { transcodePayload } from './run/transcode-payload.ts'
import { runTranscoding } from './run/run-transcoding.ts'

type Progress = TranscodingProgress

const folder = mkdtempSync(join(tmpdir(), 'sepiola-transcoding-'))
const onlyHls = {
  transcoding: {
    allow_additional_extensions: true,
    allow_audio_files: true,
    always_transcode_podcast_optimized_audio: true,
    web_videos: { enabled: false },
    resolutions: resolutions('144p', '240p'),
  },
}
let server: TestServer
let token: string
let channelId: number

function resolutions(...enabled: string[]) {
  const all = ['0p', '144p', '240p', '360p', '480p', '720p', '1080p', '1440p', '2160p']
  return Object.fromEntries(all.map((key) => [key, enabled.includes(key)]))
}

before(async () => {
  server = await startTestServer({ worker: true, listen: true, settings: onlyHls })
  token = await server.login()
  const me = (await server.request({ url: '/api/v1/users/me', as: token })).json()
  channelId = me.videoChannels[0].id
})

after(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const picture = (size: string, rate: number, seconds: number) => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`],
]
const sound = (seconds: number) => ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`]
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

function makeClip(name: string, args: string[]): string {
  const file = join(folder, name)
  execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', '-y', ...args, file])
  return file
}

async function upload(file: string, type: string, fields: Record<string, string> = {}): Promise<string> {
  const form = new FormData()
  const all = { name: basename(file), channelId: String(channelId), privacy: '1', ...fields }
  for (const [name, value] of Object.entries(all)) form.set(name, value)
  form.set('videofile', new File([readFileSync(file)], basename(file), { type }))
  const answer = await fetch(`${server.url}/api/v1/videos/upload`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${token}` },
  })
  const body = (await answer.json()) as { video: { uuid: string } }
  assert.equal(answer.status, 200, JSON.stringify(body))
  return body.video.uuid
}

async function progressOf(uuid: string): Promise<Progress> {
  const answer = await server.request({ url: `/api/v1/videos/${uuid}/transcoding-progress`, as: token })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

/** Until every rendition is done or failed and the counter is 0 again. */
/** A job removes the uploaded file after it made its last rendition. */
async function unfinishedJobs(uuid: string): Promise<number> {
  const rows = await server.ctx.db
    .selectFrom('sepiola.job')
    .select(['payload', 'state'])
    .where('type', '=', 'video-transcoding')
    .where('state', 'not in', ['completed', 'failed'])
    .execute()
  return rows.filter(({ payload }) => (payload as { videoUUID?: string }).videoUUID === uuid).length
}

async function whenTranscoded(uuid: string): Promise<Progress> {
  for (let tries = 0; tries < 600; tries++) {
    const progress = await progressOf(uuid)
    const video = await findVideoForTranscoding(server.ctx.db, { uuid })
    const ended = progress.renditions.every(({ state }) => state === 'done' || state === 'failed')
    if (
      progress.renditions.length > 0 &&
      ended &&
      video!.pendingTranscode === 0 &&
      (await unfinishedJobs(uuid)) === 0
    ) {
      return progress
    }
    await sleep(50)
  }
  throw new Error(`not transcoded: ${JSON.stringify(await progressOf(uuid))}`)
}

async function detailsOf(uuid: string) {
  return (await server.request({ url: `/api/v1/videos/${uuid}`, as: token })).json()
}

interface Played {
  width?: number
  height?: number
  avg_frame_rate: string
  codec_type: string
}

/** Every variant of the master playlist as ffprobe reads it over HTTP, smallest first. */
async function playAll(uuid: string): Promise<{ master: string; variants: Played[][] }> {
  const { streamingPlaylists } = await detailsOf(uuid)
  const url = onServer(streamingPlaylists[0].playlistUrl)
  const master = await (await fetch(url)).text()
  const names = master.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const variants: Played[][] = []
  for (const name of names) {
    const args = ['-v', 'error', '-show_streams', '-of', 'json', new URL(name, url).href]
    const { stdout } = await promisify(execFile)(server.ctx.media.ffprobePath, args, { timeout: 20_000 })
    variants.push(JSON.parse(stdout).streams)
  }
  const hashes = (await (await fetch(onServer(streamingPlaylists[0].segmentsSha256Url))).json()) as object
  assert.equal(Object.keys(hashes).length, streamingPlaylists[0].files.length)
  return { master, variants }
}

const onServer = (url: string) => new URL(new URL(url).pathname, server.url).href
const sizes = (variants: Played[][]) =>
  variants.map((streams) => {
    const video = streams.find((stream) => stream.codec_type === 'video')
    return video ? `${video.width}x${video.height}@${video.avg_frame_rate}` : 'none'
  })

test('a landscape is copied and then made smaller; the upload goes, its sound stays', async () => {
  const file = makeClip('landscape.mp4', [
    ...picture('640x360', 30, 5),
    ...sound(5),
    ...h264,
    '-g',
    '60',
    '-c:a',
    'aac',
    '-b:a',
    '96k',
  ])
  const uuid = await upload(file, 'video/mp4')
  const progress = await whenTranscoded(uuid)
  assert.deepEqual(
    progress.renditions.map(({ resolution, state }) => [resolution.id, state]),
    [
      [360, 'done'],
      [240, 'done'],
      [144, 'done'],
      [0, 'done'],
    ],
  )
  assert.deepEqual([progress.state.id, progress.playable, progress.error], [1, true, undefined])
  const { variants, master } = await playAll(uuid)
  assert.deepEqual(sizes(variants), ['256x144@30/1', '426x240@30/1', '640x360@30/1'])
  assert.ok(variants.every((streams) => streams.some((stream) => stream.codec_type === 'audio')))
  assert.match(master, /RESOLUTION=640x360,FRAME-RATE=30,CODECS="avc1\.[0-9A-F]{6},mp4a\.40\.2"/)

  const details = await detailsOf(uuid)
  assert.deepEqual(
    details.files.map((each: any) => [each.resolution.id, each.hasVideo, each.hasAudio]),
    [[0, false, true]],
  )
  const video = (await findVideoForTranscoding(server.ctx.db, { uuid }))!
  const stored = await server.ctx.storage.list('streaming_playlists', `hls/${uuid}`)
  assert.equal(stored.length, 2 * video.hls!.files.length + 2, 'no file too many')
  const storyboards = await server.request({ url: `/api/v1/videos/${uuid}/storyboards`, as: token })
  const [board] = storyboards.json().storyboards
  assert.deepEqual([board.spriteWidth, board.spriteHeight, board.totalWidth, board.spriteDuration], [192, 108, 960, 1])

  const again = await server.request({
    method: 'POST',
    url: `/api/v1/videos/${uuid}/transcoding`,
    as: token,
    payload: { transcodingType: 'web-video' },
  })
  assert.equal(again.statusCode, 204, again.body)
  await whenTranscoded(uuid)
  const after = await detailsOf(uuid)
  assert.deepEqual(
    after.files.map((each: any) => each.resolution.id),
    [360, 240, 144, 0],
  )
  assert.equal(after.state.id, 1)

  const remove = (what: string) =>
    server.request({ method: 'DELETE', url: `/api/v1/videos/${uuid}/${what}`, as: token })
  const smallest = after.streamingPlaylists[0].files.at(-1)
  assert.equal((await remove(`hls/${smallest.id}`)).statusCode, 204)
  assert.deepEqual(sizes((await playAll(uuid)).variants), ['426x240@30/1', '640x360@30/1'])
  assert.equal((await remove('hls')).statusCode, 204)
  assert.equal((await remove('hls')).statusCode, 400)
  assert.equal((await remove('web-videos')).statusCode, 400)
  assert.equal((await remove('web-videos/424242')).statusCode, 404)
  assert.equal((await remove(`web-videos/${after.files.at(-1).id}`)).statusCode, 204)
})

test('portrait, silent', async () => {
  const uuid = await upload(makeClip('portrait.mp4', [...picture('180x320', 25, 2), ...h264]), 'video/mp4')
  await whenTranscoded(uuid)
  assert.deepEqual(sizes((await playAll(uuid)).variants), ['144x256@25/1', '180x320@25/1'])
})

test('odd size at 60 frames per second, not H.264', async () => {
  const file = makeClip('odd.webm', [
    ...['-f', 'lavfi', '-i', 'testsrc=size=321x241:rate=60:duration=2', '-pix_fmt', 'yuv420p'],
    '-c:v',
    'libvpx',
    '-deadline',
    'realtime',
    '-cpu-used',
    '8',
  ])
  const uuid = await upload(file, 'video/webm')
  const progress = await whenTranscoded(uuid)
  assert.equal(progress.state.id, 1, progress.error)
  assert.deepEqual(sizes((await playAll(uuid)).variants), ['192x144@30/1', '320x240@30/1', '322x242@60/1'])
})

test('sound alone gets a picture', async () => {
  const uuid = await upload(makeClip('song.mp3', [...sound(3), '-c:a', 'libmp3lame']), 'audio/mpeg')
  const progress = await whenTranscoded(uuid)
  assert.equal(progress.state.id, 1, progress.error)
  const { variants } = await playAll(uuid)
  assert.deepEqual(
    sizes(variants).map((size) => size.split('@')[1]),
    ['25/1', '25/1', '25/1'],
  )
  assert.equal(variants.at(-1)!.find((stream) => stream.codec_type === 'video')!.height, 480)
  const details = await detailsOf(uuid)
  assert.deepEqual(
    details.files.map((each: any) => [each.resolution.id, each.hasVideo]),
    [[0, false]],
  )
  assert.ok(Math.abs(details.duration - 3) <= 1 && details.aspectRatio > 1.7)
})

test('of a truncated file there is what it holds', async () => {
  const file = makeClip('cut.mp4', [...picture('320x180', 25, 8), ...h264, '-movflags', '+faststart'])
  truncateSync(file, Math.floor(statSync(file).size / 2))
  const uuid = await upload(file, 'video/mp4')
  const progress = await whenTranscoded(uuid)
  assert.deepEqual([progress.state.id, progress.playable], [1, true], progress.error)
  const { duration } = await detailsOf(uuid)
  assert.ok(duration >= 3 && duration <= 6, `${duration} s`)
})

test('a file that cannot be decoded ends in a clear state, and may be tried again, as may its job', async () => {
  const file = makeClip('broken.mkv', [...picture('320x180', 25, 4), ...h264])
  const bytes = readFileSync(file)
  const uuid = await upload(file, 'video/x-matroska', { waitTranscoding: 'true' })
  const before = await whenTranscoded(uuid)
  assert.equal(before.state.id, 1)

  const breakFile = async () => {
    const video = (await findVideoForTranscoding(server.ctx.db, { uuid }))!
    const place = ['streaming_playlists', `hls/${uuid}/${video.hls!.files[0]!.filename}`] as const
    const original = await server.ctx.storage.withLocalFile(...place, async (path) => readFileSync(path))
    await server.ctx.storage.write(...place, Buffer.alloc(bytes.length, 'x'))
    return () => server.ctx.storage.write(...place, original)
  }
  let mend = await breakFile()
  const rerun = () =>
    server.request({
      method: 'POST',
      url: `/api/v1/videos/${uuid}/transcoding`,
      as: token,
      payload: { transcodingType: 'hls' },
    })
  assert.equal((await rerun()).statusCode, 204)
  const failed = await whenTranscoded(uuid)
  assert.equal(failed.state.id, 7)
  assert.match(failed.error!, /truncated|damaged|format/)
  await mend()
  assert.equal((await rerun()).statusCode, 204)
  assert.equal((await whenTranscoded(uuid)).state.id, 1)

  mend = await breakFile()
  assert.equal((await rerun()).statusCode, 204)
  assert.equal((await whenTranscoded(uuid)).state.id, 7)
  await mend()
  const { data } = (await server.request({ url: '/api/v1/jobs/failed?jobType=video-transcoding', as: token })).json()
  const [job] = data.filter((each: any) => each.data.videoUUID === uuid)
  assert.equal(job.canRetry, true)
  assert.equal(
    (await server.request({ method: 'POST', url: `/api/v1/jobs/${job.id}/retry`, as: token })).statusCode,
    204,
  )
  assert.equal((await whenTranscoded(uuid)).state.id, 1)
  assert.equal((await findVideoForTranscoding(server.ctx.db, { uuid }))!.pendingTranscode, 0)
})

test('a job that runs twice makes nothing twice; ending a part twice counts once', async () => {
  const uuid = await upload(makeClip('twice.mp4', [...picture('320x180', 25, 3), ...h264]), 'video/mp4')
  await whenTranscoded(uuid)
  const ref = { uuid }
  const before = await findVideoForTranscoding(server.ctx.db, ref)
  const { payload } = await server.ctx.db
    .selectFrom('sepiola.job')
    .select('payload')
    .where('type', '=', 'video-transcoding')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const parsed = transcodePayload().parse(payload)
  const job = { id: 0, payload: parsed, attempt: 1, signal: new AbortController().signal, progress: () => {} }
  await runTranscoding(server.ctx, job)
  await finishPart(server.ctx, parsed)
  assert.deepEqual(await findVideoForTranscoding(server.ctx.db, ref), before)

  await failPart(
    server.ctx,
    { ...parsed, transcodingRequestAt: new Date(0).toISOString() },
    { error: 'Error: old', cancelled: false },
  )
  assert.equal((await findVideoForTranscoding(server.ctx.db, ref))!.state, 1, 'an older run has no say')
})

test('of requests that come together one starts a run, and another may when it is done', async () => {
  const file = makeClip('together.mp4', [...picture('320x240', 25, 2), '-c:v', 'libx264', '-preset', 'ultrafast'])
  const uuid = await upload(file, 'video/mp4')
  await whenTranscoded(uuid)
  const rerun = async (forceTranscoding: boolean) => {
    const payload = { transcodingType: 'hls', forceTranscoding }
    const url = `/api/v1/videos/${uuid}/transcoding`
    return (await server.request({ method: 'POST', url, as: token, payload })).statusCode
  }
  const together = await Promise.all([rerun(false), rerun(false), rerun(false)])
  assert.deepEqual(together.toSorted(), [204, 409, 409])
  await whenTranscoded(uuid)
  assert.deepEqual(await Promise.all([rerun(true), rerun(true)]), [204, 204])
  await whenTranscoded(uuid)
  assert.equal(await rerun(false), 204, 'nothing counts as under way')
  assert.equal((await whenTranscoded(uuid)).state.id, 1)
})

test('a transcoding that is cancelled fails and says so; none is started beside it', async () => {
  const file = makeClip('long.mkv', [...picture('640x360', 30, 20), '-c:v', 'mpeg4', '-q:v', '4'])
  const uuid = await upload(file, 'video/x-matroska')
  await waitUntil(async () => (await progressOf(uuid)).renditions.some((rendition) => rendition.state === 'running'))
  const job = await server.ctx.db
    .selectFrom('sepiola.job')
    .select('id')
    .where('type', '=', 'video-transcoding')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow()
  const busy = await server.request({
    method: 'POST',
    url: `/api/v1/videos/${uuid}/transcoding`,
    as: token,
    payload: { transcodingType: 'hls' },
  })
  assert.deepEqual([busy.statusCode, busy.json().code], [409, 'video_already_being_transcoded'])
  await requestCancel(server.ctx.db, Number(job.id))
  const progress = await whenTranscoded(uuid)
  assert.deepEqual([progress.state.id, progress.error], [7, 'The transcoding was cancelled.'])
  const rest = await readdir(server.ctx.storage.localPath('tmp'))
  assert.deepEqual(
    rest.filter((name) => name.startsWith('work-')),
    [],
  )
})

test('a privacy that changes while others are encoded takes all files along', async () => {
  const file = makeClip('moved.mp4', [...picture('640x360', 30, 8), ...h264])
  const uuid = await upload(file, 'video/mp4')
  const paths: string[] = []
  for (const privacy of [3, 1, 3]) {
    const payload = { privacy }
    const answer = await server.request({ method: 'PUT', url: `/api/v1/videos/${uuid}`, as: token, payload })
    assert.equal(answer.statusCode, 204, answer.body)
    await sleep(300)
  }
  assert.equal((await whenTranscoded(uuid)).state.id, 1)
  await waitUntil(async () => (await server.ctx.storage.list('streaming_playlists', `hls/${uuid}`)).length === 0)
  const video = (await findVideoForTranscoding(server.ctx.db, { uuid }))!
  for (const { filename } of video.hls!.files) paths.push(filename, filename.replace('-fragmented.mp4', '.m3u8'))
  paths.push(video.hls!.playlistFilename, video.hls!.segmentsSha256Filename!)
  const stored = await server.ctx.storage.list('streaming_playlists', `hls/private/${uuid}`)
  assert.deepEqual(stored.map((key) => basename(key)).sort(), paths.sort())
  assert.equal(video.hls!.files.length, 3)
})

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await sleep(20)
  }
  assert.fail('waited in vain')
}

test('a deleted video stops its transcoding', async () => {
  const file = makeClip('gone.mkv', [...picture('640x360', 30, 20), '-c:v', 'mpeg4', '-q:v', '4'])
  const uuid = await upload(file, 'video/x-matroska')
  await waitUntil(async () => (await progressOf(uuid)).renditions.some((rendition) => rendition.state === 'running'))
  assert.equal((await server.request({ method: 'DELETE', url: `/api/v1/videos/${uuid}`, as: token })).statusCode, 204)
  await waitUntil(async () => {
    const rest = await readdir(server.ctx.storage.localPath('tmp'))
    return !rest.some((name) => name.startsWith('work-'))
  })
  assert.deepEqual(await server.ctx.storage.list('streaming_playlists', `hls/${uuid}`), [])
})

test('every file has a torrent, which follows the name of the video', async () => {
  const uuid = await upload(makeClip('shared.mp4', [...picture('320x180', 25, 2), ...h264]), 'video/mp4')
  await whenTranscoded(uuid)
  const filesOf = async () => (await detailsOf(uuid)).streamingPlaylists[0].files as any[]
  await waitUntil(async () => (await filesOf()).every((file) => file.torrentUrl !== null))
  const [file] = await filesOf()
  const read = async (url: string) => bencode.decode(Buffer.from(await (await fetch(onServer(url))).arrayBuffer()))
  const torrent = await read(file.torrentUrl)
  assert.equal(Buffer.from(torrent.info.name).toString(), 'shared.mp4 180p.mp4')
  assert.equal(torrent.info.length, file.size)
  const infoHash = createHash('sha1').update(bencode.encode(torrent.info)).digest('hex')
  assert.ok(file.magnetUri.includes(`xt=urn:btih:${infoHash}`))
  const [piece] = [Buffer.from(torrent.info.pieces).subarray(0, 20).toString('hex')]
  const bytes = Buffer.from(await (await fetch(onServer(file.fileUrl))).arrayBuffer())
  assert.equal(piece, createHash('sha1').update(bytes.subarray(0, torrent.info['piece length'])).digest('hex'))

  const payload = { name: 'Renamed' }
  await server.request({ method: 'PUT', url: `/api/v1/videos/${uuid}`, as: token, payload })
  await waitUntil(async () => (await filesOf()).every((each) => each.torrentUrl !== file.torrentUrl))
  const [renamed] = await filesOf()
  const after = await read(renamed.torrentUrl)
  assert.equal(Buffer.from(after.info.name).toString(), 'Renamed 180p.mp4')
  assert.deepEqual(after.info.pieces, torrent.info.pieces)
})

test('the uploaded file is kept where the server is told to', async () => {
  const file = makeClip('kept.mp4', [...picture('320x180', 25, 2), ...h264])
  const { transcoding } = server.ctx.settings.current
  transcoding.original_file.keep = true
  const uuid = await upload(file, 'video/mp4')
  await whenTranscoded(uuid)
  transcoding.original_file.keep = false
  const source = (await server.request({ url: `/api/v1/videos/${uuid}/source`, as: token })).json()
  assert.equal(source.inputFilename, 'kept.mp4')
  const download = await fetch(onServer(source.fileDownloadUrl), { headers: { authorization: `Bearer ${token}` } })
  assert.deepEqual(Buffer.from(await download.arrayBuffer()), readFileSync(file))
  assert.deepEqual((await detailsOf(uuid)).files, [])
})

test('without a ladder the storyboard is made by itself, also of a single key frame', async () => {
  const { transcoding } = server.ctx.settings.current
  const before = transcoding.resolutions
  transcoding.resolutions = resolutions() as typeof before
  const uuid = await upload(makeClip('alone.mp4', [...picture('320x180', 25, 4), ...h264, '-g', '1000']), 'video/mp4')
  const progress = await whenTranscoded(uuid)
  transcoding.resolutions = before
  assert.deepEqual(
    progress.renditions.map(({ resolution }) => resolution.id),
    [180],
  )
  const boards = async () =>
    (await server.request({ url: `/api/v1/videos/${uuid}/storyboards`, as: token })).json().storyboards
  await waitUntil(async () => (await boards()).length === 1)
  assert.deepEqual([(await boards())[0].totalWidth, (await boards())[0].totalHeight], [768, 108])
})

test('progress is for those who manage the video', async () => {
  const uuid = await upload(makeClip('mine.mp4', [...picture('320x180', 25, 1), ...h264]), 'video/mp4')
  const anonymous = await server.request({ url: `/api/v1/videos/${uuid}/transcoding-progress` })
  assert.equal(anonymous.statusCode, 401)
  const user = { username: 'curious', password: 'curious password', email: 'c@example.com', role: 2 }
  const quotas = { videoQuota: -1, videoQuotaDaily: -1 }
  await server.request({ method: 'POST', url: '/api/v1/users', as: token, payload: { ...user, ...quotas } })
  const as = await server.login('curious', 'curious password')
  assert.equal((await server.request({ url: `/api/v1/videos/${uuid}/transcoding-progress`, as })).statusCode, 403)
  const rerun = {
    method: 'POST',
    url: `/api/v1/videos/${uuid}/transcoding`,
    payload: { transcodingType: 'hls' },
  } as const
  assert.equal((await server.request({ ...rerun, as })).statusCode, 403)
  assert.equal((await server.request({ ...rerun, as: token, payload: { transcodingType: 'x' } })).statusCode, 400)
  assert.equal(
    (await server.request({ ...rerun, as: token, url: '/api/v1/videos/424242/transcoding' })).statusCode,
    404,
  )
})
