import assert from 'node:assert/strict'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import bencode from 'bencode'
import createTorrent from 'create-torrent'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { findImport } from './imports.sql.ts'
import { videoImportJob } from './run/video-import.job.ts'
import { ensureProgram } from './testing/ensure-program.ts'
import { answer, startRemoteSite, type RemoteSite } from './testing/remote-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'sepiola-real-imports-'))
const clipPath = join(folder, 'clip.mp4')
let server: TestServer
let token: string
let channelId: number
let remote: RemoteSite
let clip: Buffer
let seeder: ChildProcess | undefined

before(async () => {
  const http = { allow_private_addresses: true }
  server = await startTestServer({
    worker: true,
    settings: { transcoding: { enabled: false }, video_studio: { enabled: false }, import: { videos: { http } } },
  })
  token = await server.login()
  const me = await server.request({ url: '/api/v1/users/me', as: token })
  channelId = me.json().videoChannels[0].id
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25:duration=4']
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p']
  const run = (...args: string[]) => execFileSync(server.ctx.media.ffmpegPath, ['-v', 'error', ...args])
  run(...source, ...encode, clipPath)
  run('-i', clipPath, '-c', 'copy', '-f', 'hls', '-hls_time', '2', '-hls_list_size', '0', join(folder, 'list.m3u8'))
  clip = readFileSync(clipPath)
  const segment = (name: string) => answer(readFileSync(join(folder, name)), 'video/mp2t')
  remote = await startRemoteSite({
    '/clip.mp4': answer(clip, 'video/mp4'),
    '/list.m3u8': answer(readFileSync(join(folder, 'list.m3u8')), 'application/vnd.apple.mpegurl'),
    '/list0.ts': segment('list0.ts'),
    '/list1.ts': segment('list1.ts'),
    '/page': answer('<html><title>No film</title><p>Nothing here</p></html>', 'text/html'),
  })
})
after(async () => {
  seeder?.kill('SIGKILL')
  await server.close()
  remote.close()
  rmSync(folder, { recursive: true })
})

const send = (body: object) =>
  server.request({ method: 'POST', url: '/api/v1/videos/imports', as: token, payload: { channelId, ...body } })

async function over(id: number): Promise<any> {
  for (let tries = 0; tries < 600; tries++) {
    const url = `/api/v1/users/me/videos/imports?id=${id}`
    const [found] = (await server.request({ url, as: token })).json().data
    if (![1, 6].includes(found.state.id)) return found
    await sleep(100)
  }
  return assert.fail('The import does not end.')
}

async function noTorrent(what: string): Promise<void> {
  let left: string[] = []
  for (let tries = 0; tries < 100; tries++) {
    left = await server.ctx.storage.list('tmp_persistent', '')
    if (left.length === 0) return
    await sleep(100)
  }
  assert.deepEqual(left, [], what)
}

test('yt-dlp reads what is no file but a list of pieces, through our proxy', async () => {
  await ensureProgram('yt-dlp', 'yt-dlp')
  const made = await send({ targetUrl: `${remote.url}/list.m3u8` })
  assert.equal(made.statusCode, 200, made.body)
  const done = await over(made.json().id)
  assert.deepEqual([done.error, done.state.label, done.video.name, done.video.duration], [null, 'Success', 'list', 4])
  const nothing = await send({ targetUrl: `${remote.url}/page` })
  assert.equal(nothing.statusCode, 400)
  assert.match(nothing.json().detail, /Unsupported URL/)
})

/** Multipart with a torrent. */
function sendTorrent(torrent: Uint8Array) {
  const head = `--x\r\nContent-Disposition: form-data; name="channelId"\r\n\r\n${channelId}\r\n--x\r\n`
  const file = 'Content-Disposition: form-data; name="torrentfile"; filename="a.torrent"\r\n'
  const type = 'Content-Type: application/x-bittorrent\r\n\r\n'
  return server.request({
    method: 'POST',
    url: '/api/v1/videos/imports',
    as: token,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([Buffer.from(head + file + type), torrent, Buffer.from('\r\n--x--\r\n')]),
  })
}

const torrentOf = (input: string | string[], name: string, options: { announce?: string; seed?: string }) =>
  promisify(createTorrent as any)(input, {
    ...{ name, createdBy: 'test', announceList: options.announce ? [[options.announce]] : [] },
    urlList: options.seed ? [options.seed] : [],
  }) as Promise<Uint8Array>

test('a torrent of one file comes, from a web seed; one of several, or of nothing, is refused', async () => {
  await ensureProgram('aria2c', 'aria2')
  const made = await sendTorrent(await torrentOf(clipPath, 'A film.mp4', { seed: `${remote.url}/clip.mp4` }))
  assert.equal(made.statusCode, 200, made.body)
  assert.deepEqual([made.json().torrentName, made.json().targetUrl], ['A film.mp4', null])
  const done = await over(made.json().id)
  assert.deepEqual([done.error, done.state.label, done.video.name, done.video.duration], [null, 'Success', 'A film', 4])
  await noTorrent('the torrent is not kept')
  const { ctx } = server
  const { payload } = (await findImport(ctx.db, made.json().id))!
  await ctx.storage.write('tmp_persistent', payload.torrentFile!, Buffer.from('left by a run that was killed'))
  const again = { type: payload.type, videoImportId: made.json().id }
  await ctx.db.transaction().execute((tx) => ctx.jobs.add(tx, videoImportJob, again))
  await noTorrent('nor is it after a run that was killed')

  const two = join(folder, 'two.mp4')
  writeFileSync(two, clip)
  for (const torrent of [
    await torrentOf([clipPath, two], 'Both', {}),
    Buffer.from('no torrent'),
    Buffer.from('d4:infoi1ee'),
  ]) {
    const refused = await sendTorrent(torrent)
    assert.deepEqual([refused.statusCode, refused.json().code], [400, 'incorrect_files_in_torrent'])
  }
})

test('a magnet link finds its peer by the tracker', async () => {
  await ensureProgram('aria2c', 'aria2')
  const port = await freePort()
  // Whoever asks is told of the one who has it.
  const peers = Buffer.from([127, 0, 0, 1, port >> 8, port & 255])
  remote.pages['/announce'] = (_request, response) =>
    void response.end(Buffer.from(bencode.encode({ interval: 5, peers })))
  const torrent = await torrentOf(clipPath, 'clip.mp4', { announce: `${remote.url}/announce` })
  writeFileSync(join(folder, 'clip.torrent'), torrent)
  const options = [
    '--no-conf',
    `--dir=${folder}`,
    `--listen-port=${port}`,
    '--seed-ratio=0.0',
    '--check-integrity=true',
  ]
  const quiet = ['--enable-dht=false', '--bt-enable-lpd=false', '--quiet=true']
  seeder = spawn('aria2c', [...options, ...quiet, join(folder, 'clip.torrent')], { stdio: 'ignore' })
  const infoHash = createHash('sha1')
    .update(bencode.encode(bencode.decode(torrent).info))
    .digest('hex')
  const tracker = encodeURIComponent(`${remote.url}/announce`)
  const made = await send({ magnetUri: `magnet:?xt=urn:btih:${infoHash}&dn=Named+there.mp4&tr=${tracker}` })
  assert.equal(made.statusCode, 200, made.body)
  assert.equal(made.json().video.name, 'Named there')
  const done = await over(made.json().id)
  assert.deepEqual([done.error, done.state.label, done.video.duration], [null, 'Success', 4])
})

async function freePort(): Promise<number> {
  const probe = createTcpServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
