import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { published, signIn, until, uploadVideo, type Api } from '../support/api.ts'
import { createClips } from '../support/clips.ts'
import { runSepiola } from '../support/command-line.ts'
import { runSql } from '../support/run-sql.ts'
import { freePort, removeData, rootPassword, startRealServer, type RealServer } from '../support/real-server.ts'

const folder = await mkdtemp(join(tmpdir(), 'sepiola-command-line-'))
const clips = await createClips()
after(() => Promise.all([removeData(folder), clips.remove()]))

const port = await freePort()
const proxyPort = await freePort()

/** Written into the data folder, so that the server and the commands read the same. */
async function writeSettings(data: string, settings: Record<string, unknown>): Promise<void> {
  await mkdir(join(data, 'config'), { recursive: true, mode: 0o700 })
  const resolutions = { '240p': true, '360p': true, '480p': false, '720p': false, '1080p': false }
  const all = { listen: { port }, webserver: { hostname: 'localhost', port: proxyPort }, transcoding: { resolutions } }
  await writeFile(join(data, 'config/production.json'), JSON.stringify({ ...all, ...settings }), { mode: 0o600 })
}

/** A reverse proxy as simple as can be; `limit`: bytes of a body, `to`: port behind it, `upgrades`: passes them on. */
async function startProxy(options: { limit?: number; to: number; upgrades?: boolean }) {
  const server = createServer((incoming, outgoing) => {
    if (Number(incoming.headers['content-length'] ?? 0) > (options.limit ?? Infinity)) {
      return void outgoing.writeHead(413, { 'content-type': 'text/html' }).end('<h1>Request Entity Too Large</h1>')
    }
    const { method, url } = incoming
    const { upgrade: _, connection: __, ...headers } = incoming.headers
    const onward = request({ port: options.to, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    onward.flushHeaders()
    incoming.pipe(onward)
  })
  if (options.upgrades !== false) {
    server.on('upgrade', ({ url, headers }, client) => {
      const onward = request({ port: options.to, host: '127.0.0.1', path: url, headers })
      onward.on('upgrade', (_answer, upstream) => {
        client.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')
        upstream.pipe(client).pipe(upstream)
        for (const end of [client, upstream]) end.on('error', () => (client.destroy(), upstream.destroy()))
      })
      onward.on('response', () => client.destroy())
      onward.on('error', () => client.destroy())
      onward.end()
    })
  }
  await new Promise<void>((resolve) => server.listen(proxyPort, '127.0.0.1', resolve))
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Where clients find the server: who it is, it tells only there. */
const address = `http://localhost:${proxyPort}`

interface Finding {
  status: string
  subject: string
  found: string
  advice?: string
}

async function examine(data: string, env: Record<string, string> = {}) {
  const { code, output, errors } = await runSepiola(['doctor', '--json'], { data, env })
  assert.ok(output, errors)
  const findings = JSON.parse(output) as Finding[]
  return {
    code,
    findings,
    broken: findings.filter((one) => one.status === 'broken'),
    of: (subject: string) => findings.filter((one) => one.subject === subject),
  }
}

describe('beside a running server', () => {
  const data = join(folder, 'data')
  let server: RealServer
  let root: Api
  let uuid: string
  let stopProxy: () => Promise<void>

  before(async () => {
    await writeSettings(data, {})
    const webserver = { hostname: 'localhost', port: proxyPort, https: false }
    server = await startRealServer({ data, port, settings: { webserver }, args: ['--no-client'] })
    stopProxy = await startProxy({ to: port })
    root = await signIn(address)
    uuid = (await uploadVideo(root, await clips.make('clip.mp4'))).uuid
    await published(root, uuid, 2)
    // Files of a video that is being transcoded are nobody's business.
    const jobs = (state: string) => root.get<{ total: number }>(`/api/v1/jobs/${state}?count=0`)
    await until('the end of all jobs', async () => (await jobs('active')).total + (await jobs('waiting')).total === 0)
  })
  after(() => Promise.all([server.stop(), stopProxy()]))

  const run = (args: string[], input?: string) => runSepiola(args, { data, ...(input === undefined ? {} : { input }) })

  test('a password is reset: the new one counts at once, sessions end', async () => {
    await run(['create-user', '-u', 'anna', '-e', 'anna@example.org'], 'first-password\n')
    const before = await signIn(address, 'anna', 'first-password')
    await before.get('/api/v1/users/me')
    const { code, output } = await run(['reset-password', '--user', 'Anna', '--generate'])
    assert.equal(code, 0)
    assert.equal((await before.send('GET', '/api/v1/users/me')).status, 401)
    await assert.rejects(signIn(address, 'anna', 'first-password'))
    await signIn(address, 'anna', output.trim())
    assert.equal((await run(['reset-password', '-u', 'anna@example.org'], 'typed-password\r\n')).code, 0)
    await signIn(address, 'anna', 'typed-password')
  })

  test('a password that breaks the rules, and a user who does not exist, change nothing', async () => {
    const short = await run(['reset-password', '-u', 'anna'], 'short\n')
    assert.deepEqual([short.code, short.errors], [2, '✗ The password must have at least 8 characters.\n'])
    const nobody = await run(['reset-password', '-u', 'nobody', '--generate'])
    assert.equal(nobody.code, 1)
    assert.equal(nobody.output, '')
    assert.match(nobody.errors, /There is no user nobody/)
    await signIn(address, 'anna', 'typed-password')
  })

  test('an account is made with a role, and a link with which its owner chooses the password', async () => {
    const made = await run(['create-user', '-u', 'mod', '-e', 'mod@example.org', '-r', 'moderator', '--link'])
    assert.equal(made.code, 0, made.errors)
    const link = new URL(made.output.trim())
    assert.equal(link.pathname, '/reset-password')
    const reset = await fetch(`${server.url}/api/v1/users/${link.searchParams.get('userId')}/reset-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        password: 'chosen-by-mod',
        verificationString: link.searchParams.get('verificationString'),
      }),
    })
    assert.equal(reset.status, 204)
    const me = await (await signIn(address, 'mod', 'chosen-by-mod')).get('/api/v1/users/me')
    assert.equal(me.role.label, 'Moderator')
    const { output } = await run(['list-users'])
    assert.match(output, /^mod +mod@example\.org +moderator/m)
  })

  test('an account that cannot be is refused with the reason', async () => {
    for (const [args, code, reason] of [
      [['-u', 'anna', '-e', 'other@example.org', '--generate'], 1, /already exists/],
      [['-u', 'An na', '-e', 'other@example.org', '--generate'], 2, /username/],
      [['-u', 'other', '-e', 'nowhere', '--generate'], 2, /email/],
      [['-u', 'other', '-e', 'other@example.org', '-r', 'king', '--generate'], 2, /Known are administrator/],
      [['-u', 'other', '-e', 'other@example.org', '--send-link'], 1, /No mail server/],
      [['-u', 'other', '-e', 'other@example.org', '--link', '--generate'], 2, /Only one/],
      [['-u', 'other'], 2, /required option/],
    ] as const) {
      const result = await run(['create-user', ...args])
      assert.equal(result.code, code, args.join(' '))
      assert.match(result.errors, reason)
    }
    assert.doesNotMatch((await run(['list-users'])).output, /other/)
  })

  test('the doctor finds everything well', async () => {
    const { code, broken, of, findings } = await examine(data)
    assert.deepEqual(broken, [])
    assert.equal(code, 0)
    assert.match(of('port')[0]!.found, /this server answers/)
    assert.match(of('public address')[0]!.found, /leads to this server/)
    assert.match(of('uploads')[0]!.found, /1\.0 GiB/)
    assert.match(of('WebSocket')[0]!.found, /comes through/)
    assert.match(of('encoding')[0]!.found, /H\.264 and AAC/)
    assert.match(of('database')[0]!.found, /PostgreSQL \d+/)
    assert.ok(findings.every((one) => one.found.length > 0))
    const text = await run(['doctor'])
    assert.match(text.output, /^✓ encoding: /m)
    assert.match(text.output, /0 broken/)
  })

  test('the doctor names a proxy that refuses large bodies', async () => {
    await stopProxy()
    stopProxy = await startProxy({ to: port, limit: 10 * 1024 ** 2 })
    const { code, of } = await examine(data)
    assert.equal(code, 1)
    assert.equal(of('uploads')[0]!.status, 'broken')
    assert.match(of('uploads')[0]!.found, /more than 4\.0 MiB/)
    assert.match(of('uploads')[0]!.advice!, /client_max_body_size/)
  })

  test('the doctor names a proxy that refuses WebSocket', async () => {
    await stopProxy()
    stopProxy = await startProxy({ to: port, upgrades: false })
    const { code, of } = await examine(data)
    assert.equal(code, 0)
    assert.equal(of('WebSocket')[0]!.status, 'warning')
    assert.match(of('WebSocket')[0]!.found, /does not pass WebSocket on \(400\)/)
    assert.match(of('WebSocket')[0]!.advice!, /proxy_set_header Upgrade/)
  })

  test('the doctor notices a public address that leads nowhere, or to another server', async () => {
    await stopProxy()
    const closed = await examine(data)
    assert.equal(closed.code, 1)
    assert.match(closed.of('public address')[0]!.found, /ECONNREFUSED/)
    const other = createServer((_request, response) => response.end('{"client_id":"of another one"}'))
    await new Promise<void>((resolve) => other.listen(proxyPort, '127.0.0.1', resolve))
    const foreign = await examine(data)
    other.closeAllConnections()
    other.close()
    stopProxy = await startProxy({ to: port })
    assert.equal(foreign.code, 1)
    assert.match(foreign.of('public address')[0]!.found, /not as this server/)
  })

  test('storage is pruned of what nobody knows, and of nothing else', async () => {
    const storage = join(data, 'storage')
    const unknown = ['web-videos/old.mp4', `streaming-playlists/hls/${uuid}/old.m3u8`, 'thumbnails/old.jpg']
    const longAgo = new Date(Date.now() - 48 * 3_600_000)
    for (const name of unknown) {
      await writeFile(join(storage, name), 'unknown')
      await utimes(join(storage, name), longAgo, longAgo)
    }
    await writeFile(join(storage, 'torrents/fresh.torrent'), 'perhaps its row is on its way')
    await runSql(
      data,
      `INSERT INTO "thumbnail" ("filename", "fileUrl", "aspectRatio", "automaticallyGenerated", "cached", "createdAt", "updatedAt")
       VALUES ('copied.jpg', 'https://elsewhere.example/a.jpg', '16:9', true, true, now(), now())`,
    )
    await writeFile(join(storage, 'thumbnails/copied.jpg'), 'of another server')
    await utimes(join(storage, 'thumbnails/copied.jpg'), longAgo, longAgo)
    const known = (await readdir(storage, { recursive: true })).filter((name) => !unknown.includes(name))
    const dry = await run(['maintenance', 'run', 'prune-storage'])
    assert.equal(dry.code, 0, dry.errors)
    assert.deepEqual(dry.output.trim().split('\n').sort(), [
      `streaming_playlists/hls/${uuid}/old.m3u8`,
      'thumbnails/old.jpg',
      'web_videos/old.mp4',
    ])
    assert.ok(existsSync(join(storage, unknown[0]!)), 'only listed')
    assert.equal((await run(['maintenance', 'run', 'prune-storage', '--offline'])).code, 1)
    assert.equal((await run(['maintenance', 'run', 'house-keeping', '--delete-remote-files', '--yes'])).code, 1)
    const real = await run(['maintenance', 'run', 'prune-storage', '--yes'])
    assert.equal(real.code, 0, real.errors)
    const left = await readdir(storage, { recursive: true })
    assert.deepEqual(
      left.filter((name) => !name.startsWith('logs')).sort(),
      known.filter((name) => !name.startsWith('logs')).sort(),
    )
  })

  test('thumbnails are made anew, in their sizes', async () => {
    const before = await root.get(`/api/v1/videos/${uuid}`)
    const picturePath = await addPlaylistOf(before.id)
    const oldPicture = await until('the picture of the playlist', picturePath)
    const { code, output, errors } = await run(['maintenance', 'run', 'regenerate-thumbnails'])
    assert.equal(code, 0, errors)
    assert.match(output, /of 1 videos and 1 playlists made/)
    const picture = await picturePath()
    assert.notEqual(picture, oldPicture)
    assert.equal((await fetch(`${server.url}${picture}`)).status, 200)
    const video = await root.get(`/api/v1/videos/${uuid}`)
    assert.notEqual(video.thumbnailPath, before.thumbnailPath)
    assert.equal((await fetch(`${server.url}${video.thumbnailPath}`)).status, 200)
    await until('the old picture goes', async () => {
      return (await fetch(`${server.url}${before.thumbnailPath}`)).status === 404
    })
  })

  /** Returns how to ask for the path of its picture. */
  async function addPlaylistOf(videoId: number): Promise<() => Promise<string | undefined>> {
    const body = new FormData()
    body.set('displayName', 'To see again')
    body.set('privacy', '3')
    const { videoPlaylist } = (await (await root.send('POST', '/api/v1/video-playlists', { body })).json()) as any
    const list = `/api/v1/video-playlists/${videoPlaylist.id}`
    const added = await root.send('POST', `${list}/videos`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ videoId }),
    })
    assert.equal(added.status, 200)
    return async () => (await root.get(list)).thumbnails[0]?.fileUrl.slice(address.length)
  }

  test('transcoding and storyboards are queued for the running server', async () => {
    const before = await root.get(`/api/v1/videos/${uuid}`)
    const queued = await run(['maintenance', 'run', 'create-transcoding-job', '-v', uuid])
    assert.match(queued.output, /✓ 1 videos are queued/)
    await until('new files', async () => {
      const video = await root.get(`/api/v1/videos/${uuid}`)
      const urls = (files: any[]) => files.map((file) => file.fileUrl)
      const [old, now] = [before, video].map((one) => urls(one.streamingPlaylists[0].files))
      return video.state.id === 1 && now!.length === 2 && now!.every((url) => !old!.includes(url))
    })
    assert.equal((await run(['maintenance', 'run', 'create-generate-storyboard-job', '--all'])).code, 0)
    await until('a storyboard', async () => {
      return (await root.get(`/api/v1/videos/${uuid}/storyboards`)).storyboards.length === 1
    })
    assert.equal((await run(['maintenance', 'run', 'create-transcoding-job'])).code, 2)
    const unknown = await run(['maintenance', 'run', 'create-transcoding-job', '-v', crypto.randomUUID()])
    assert.match(unknown.errors, /has no video/)
    assert.equal(unknown.code, 1)
  })

  test('captions are queued for videos without, where the server makes any', async () => {
    const task = ['maintenance', 'run', 'create-generate-transcription-job', '--all']
    const off = await run(task)
    assert.equal(off.code, 1)
    assert.match(off.errors, /Transcription is off/)
    const switchedOn = { PEERTUBE_VIDEO_TRANSCRIPTION_ENABLED: 'true' }
    assert.match((await runSepiola(task, { data, env: switchedOn })).output, /✓ 1 jobs queued/)
    const { state } = await root.get(`/api/v1/videos/${uuid}/transcription`)
    assert.ok(['waiting', 'running'].includes(state), state)
    assert.match((await runSepiola(task, { data, env: switchedOn })).output, /✓ 0 jobs queued.*\n.*1 videos/)
  })

  test('a better file is added to a video, and its renditions are made of it', async () => {
    const better = await clips.make('better.mp4', { width: 1280, height: 720 })
    const add = (file: string) => run(['maintenance', 'run', 'create-import-video-file-job', '-v', uuid, '-i', file])
    const queued = await add(better)
    assert.match(queued.output, /is queued: 1280×720, 25 frames per second/)
    await until('the file and what is made of it', async () => {
      const video = await root.get(`/api/v1/videos/${uuid}`)
      const resolutions = (files: any[]) => files.map((file) => file.resolution.id)
      const hls = resolutions(video.streamingPlaylists[0].files)
      return video.state.id === 1 && resolutions(video.files).includes(720) && hls.length === 3 && hls.includes(720)
    })
    assert.ok(existsSync(better), 'the file stays')
    const text = join(folder, 'text.mp4')
    await writeFile(text, 'no video')
    for (const [file, reason] of [
      [text, /cannot be read as a video/],
      [join(folder, 'none.mp4'), /cannot be read/],
      [join(folder, 'none.txt'), /no accepted type/],
    ] as const) {
      const refused = await add(file)
      assert.equal(refused.code, 1)
      assert.match(refused.errors, reason)
    }
  })

  test('the log is readable, from a level on', async () => {
    const log = join(data, 'storage/logs/peertube.log')
    await until('a line', async () => (await readFile(log, 'utf8')).includes('The server is up'))
    const all = await run(['parse-log'])
    assert.match(all.output, /INFO.*The server is up/)
    const errors = await run(['parse-log', '-l', 'error', '-f', log])
    assert.equal(errors.code, 0)
    assert.doesNotMatch(errors.output, /The server is up/)
    assert.equal((await run(['parse-log', '-f', join(folder, 'none.log')])).code, 1)
  })

  test('tasks are listed, a wrong word is answered with a near one', async () => {
    const list = await run(['maintenance', 'list', '--json'])
    assert.ok(JSON.parse(list.output).some((task: any) => task.name === 'prune-storage'))
    const wrong = await run(['maintenance', 'run', 'prune-storag'])
    assert.equal(wrong.code, 2)
    assert.match(wrong.errors, /Did you mean prune-storage\?/)
    for (const args of [
      ['reset-password'],
      ['parse-log', '--level', 'loud'],
      ['maintenance', 'run', 'update-host', '--from', 'old.example'],
      ['maintenance', 'run', 'create-generate-storyboard-job', '-a', '-v', uuid],
    ]) {
      assert.equal((await run(args)).code, 2, args.join(' '))
    }
    for (const args of [['--help'], ['backup', '--help'], ['maintenance', 'run', 'update-host', '--help']]) {
      const help = await run(args)
      assert.equal(help.code, 0)
      assert.match(help.output, /Usage: sepiola/)
    }
  })

  test('the launcher does the same, on any Node, and ends with the same code', async () => {
    const launcher = join(import.meta.dirname, '../../scripts/sepiola.mjs')
    const env = { ...process.env, SEPIOLA_DATA: data, NODE_ENV: 'production' }
    const { stdout } = await promisify(execFile)(launcher, ['list-users', '--json'], { env })
    assert.ok(JSON.parse(stdout).length >= 3)
    await assert.rejects(promisify(execFile)(launcher, ['no-such-command'], { env }), { code: 2 })
  })
})

describe('with the server stopped', () => {
  const data = join(folder, 'data')

  test('copies of files of other servers are deleted, and nothing else', async () => {
    const storage = join(data, 'storage')
    const before = await readdir(storage, { recursive: true })
    const task = ['maintenance', 'run', 'house-keeping']
    const run = (args: string[]) => runSepiola(args, { data })
    assert.equal((await run(task)).code, 2)
    const asked = await run([...task, '--delete-remote-files'])
    assert.equal(asked.code, 0, asked.errors)
    assert.match(asked.errors, /Nothing was deleted/)
    const done = await run([...task, '--delete-remote-files', '--yes'])
    assert.equal(done.code, 0, done.errors)
    const left = new Set(await readdir(storage, { recursive: true }))
    assert.deepEqual(
      before.filter((name) => !left.has(name) && !name.startsWith('logs')),
      ['thumbnails/copied.jpg'],
    )
    assert.match((await run([...task, '--delete-remote-files', '--yes'])).output, /no copy/)
  })

  test('the doctor starts the database for its questions, and stops it', async () => {
    const { code, of } = await examine(data)
    assert.equal(code, 0)
    assert.match(of('port')[0]!.found, /is free/)
    assert.match(of('public address')[0]!.found, /does not run/)
    assert.equal(of('database')[0]!.status, 'good')
    assert.ok(!existsSync(join(data, 'server.lock')))
    assert.ok(!existsSync(join(data, 'database/postmaster.pid')))
  })

  test('the doctor names what is broken and what to do', async () => {
    const bare = join(folder, 'bare')
    const noListener = await freePort()
    const taken = createTcpServer().listen(port, '127.0.0.1')
    const fake = join(folder, 'fake')
    await mkdir(fake)
    const version = 'echo "ffmpeg version 7.1 Copyright"'
    const encoders = 'echo " V....D mpeg4                MPEG-4"'
    await writeFile(join(fake, 'ffmpeg'), `#!/bin/sh\ncase "$*" in *encoders*) ${encoders};; *) ${version};; esac\n`)
    await writeFile(join(fake, 'ffprobe'), `#!/bin/sh\n${version}\n`)
    await Promise.all(['ffmpeg', 'ffprobe'].map((name) => chmod(join(fake, name), 0o755)))
    await writeFile(join(bare, 'not-there'), '').catch(() => {})
    await writeSettings(bare, {
      smtp: { hostname: '127.0.0.1', port: noListener, tls: false },
      // A file where a folder is needed cannot be written by anybody, root included.
      storage: { captions: join(fake, 'ffmpeg') },
      video_transcription: { enabled: true, engine_path: join(fake, 'whisper') },
    })
    await chmod(join(bare, 'config'), 0o755)
    try {
      const { code, of, broken } = await examine(bare, { FFMPEG_PATH: join(fake, 'ffmpeg') })
      assert.equal(code, 1)
      assert.match(of('mail')[0]!.found, new RegExp(`127\\.0\\.0\\.1:${noListener}: .*ECONNREFUSED`))
      assert.match(of('ffmpeg')[0]!.found, /libx264/)
      assert.match(
        of('transcription')[0]!.found,
        /nothing can be run at \S+whisper .*pip3 install -t \S+ whisper-ctranslate2/,
      )
      assert.match(of('storage.captions')[0]!.found, /cannot be written \(ENOTDIR\)/)
      assert.match(of('permissions')[0]!.advice!, /chmod 700/)
      assert.match(of('port')[0]!.found, /something else answers|cannot be used/)
      assert.ok(broken.every((one) => one.advice))
      assert.deepEqual(new Set(broken.map((one) => one.subject)).size, broken.length)
    } finally {
      taken.close()
    }
  })

  test('wrong settings are the finding, not a crash', async () => {
    const wrong = join(folder, 'wrong')
    await writeSettings(wrong, { transcoding: { threads: 'many' } })
    const { code, of } = await examine(wrong)
    assert.equal(code, 1)
    assert.match(of('settings')[0]!.found, /transcoding\.threads/)
    assert.equal((await examine(join(folder, 'nowhere'))).code, 1)
  })

  test('the address is changed everywhere, after its numbers were shown', async () => {
    const newPort = await freePort()
    await writeSettings(data, { webserver: { hostname: 'localhost', port: newPort }, listen: { port: newPort } })
    const dry = await runSepiola(['maintenance', 'run', 'update-host'], { data })
    assert.equal(dry.code, 0, dry.errors)
    assert.match(dry.output, /^actor\.url +\d+$/m)
    assert.match(dry.output, /Nothing was changed/)
    const real = await runSepiola(['maintenance', 'run', 'update-host', '--yes'], { data })
    assert.equal(real.code, 0, real.errors)
    const again = await runSepiola(['maintenance', 'run', 'update-host', '--yes'], { data })
    assert.match(again.output, /Nothing is to be done/)

    const webserver = { hostname: 'localhost', port: newPort, https: false }
    const server = await startRealServer({ data, port: newPort, settings: { webserver }, args: ['--no-client'] })
    try {
      const api = await signIn(`http://localhost:${newPort}`, 'root', rootPassword)
      const { data: videos } = await api.get('/api/v1/videos')
      assert.equal(new URL(videos[0].url).host, `localhost:${newPort}`)
      const account = await api.get('/api/v1/accounts/root')
      assert.equal(account.url, `http://localhost:${newPort}/accounts/root`)
      const torrent = await until('torrents with the new address', async () => {
        const video = await api.get(`/api/v1/videos/${videos[0].uuid}`)
        const url = new URL(video.streamingPlaylists[0].files[0].torrentUrl)
        const content = await (await fetch(`${server.url}${url.pathname}`)).text()
        return content.includes(`localhost:${newPort}/static/`) && content
      })
      assert.ok(!torrent.includes(`localhost:${proxyPort}/`))
    } finally {
      await server.stop()
    }
  })
})
