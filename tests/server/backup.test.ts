import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createEmptyTestDatabase, type TestDatabase } from '../../apps/server/src/foundation/db/test-database.ts'
import { published, signIn, until, uploadVideo, type Api } from '../support/api.ts'
import { createClips } from '../support/clips.ts'
import { runSepiola, startSepiola } from '../support/command-line.ts'
import { freePort, removeData, startRealServer, type RealServer } from '../support/real-server.ts'

const folder = await mkdtemp(join(tmpdir(), 'sepiola-backup-test-'))
after(() => removeData(folder))

const clips = await createClips()
after(() => clips.remove())
const clip = await clips.make('clip.mp4', { width: 640, height: 360, duration: 4 })

const settings = {
  transcoding: { resolutions: { '240p': true, '360p': true, '480p': false, '720p': false, '1080p': false } },
}

/** Every byte of a video that a player would read. */
async function readStream(api: Api, id: string): Promise<string[]> {
  const video = await api.get(`/api/v1/videos/${id}`)
  const playlist = video.streamingPlaylists[0]
  const urls = [playlist.playlistUrl, ...playlist.files.flatMap((file: any) => [file.fileUrl, file.playlistUrl])]
  const read = urls.map(async (url: string) => {
    const answer = await fetch(`${api.url}${new URL(url).pathname}`)
    assert.equal(answer.status, 200, url)
    return Buffer.from(await answer.arrayBuffer()).toString('base64')
  })
  return Promise.all(read)
}

describe('a backup of a running server', () => {
  const file = join(folder, 'all.tar.zst')
  let server: RealServer
  let api: Api
  let uuid: string
  let content: string[]
  let me: unknown

  before(async () => {
    server = await startRealServer({ settings, data: join(folder, 'source'), args: ['--no-client'] })
    api = await signIn(server.url)
    uuid = (await uploadVideo(api, clip)).uuid
    await published(api, uuid, 2)
    content = await readStream(api, uuid)
    me = await api.get('/api/v1/users/me')
  })

  after(async () => {
    await server.stop().catch(() => {})
  })

  test('is made while others write, and says what is in it', async () => {
    let done = false
    const writing = (async () => {
      const made: string[] = []
      for (let n = 0; !done || n < 2; n++) {
        const video = await uploadVideo(api, clip, { name: `written meanwhile ${n}` })
        made.push(video.uuid)
        if (n % 2 === 1) await api.send('DELETE', `/api/v1/videos/${made[0]}`)
      }
    })()
    const result = await runSepiola(['backup', file], { data: server.data })
    done = true
    await writing
    assert.equal(result.code, 0, result.errors)
    assert.match(result.errors, /✓ .*all\.tar\.zst: [\d.]+ (M|K)iB, \d+ files and the database/)
    assert.doesNotMatch(result.errors, /do not exist/)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    assert.ok(!existsSync(`${file}.unfinished`))
  })

  test('is not written over another file, nor where there is no folder', async () => {
    const again = await runSepiola(['backup', file], { data: server.data })
    assert.equal(again.code, 1)
    assert.match(again.errors, /exists already/)
    const nowhere = await runSepiola(['backup', join(folder, 'no/where.tar.zst')], { data: server.data })
    assert.equal(nowhere.code, 1)
    assert.match(nowhere.errors, /There is no folder/)
  })

  test('is whole, as --check tells', async () => {
    const { code, output } = await runSepiola(['restore', '--check', file], { data: join(folder, 'none') })
    assert.equal(code, 0)
    assert.match(output, /is whole: everything of http/)
    assert.ok(!existsSync(join(folder, 'none')))
  })

  test('becomes another server: the video plays, people and their sessions are there', async () => {
    const data = join(folder, 'restored')
    const restored = await runSepiola(['restore', file], { data })
    assert.equal(restored.code, 0, restored.errors)
    assert.equal((await stat(join(data, 'secrets.json'))).mode & 0o777, 0o600)
    assert.deepEqual(await readFile(join(data, 'secrets.json')), await readFile(join(server.data, 'secrets.json')))
    assert.ok(!existsSync(join(data, '.restoring')))

    const second = await startRealServer({ settings, data, args: ['--no-client'] })
    try {
      const other = await signIn(second.url)
      assert.deepEqual(await readStream(other, uuid), content)
      const keptSession = await fetch(`${second.url}/api/v1/users/me`, {
        headers: { authorization: `Bearer ${api.token}` },
      })
      assert.deepEqual(((await keptSession.json()) as any).account.name, (me as any).account.name)
      // All that it lists has its files: nothing was deleted under the backup.
      const { data: videos } = await other.get('/api/v1/videos?count=50')
      for (const video of videos) {
        const answer = await fetch(`${second.url}${video.thumbnailPath}`)
        assert.equal(answer.status, 200, video.name)
      }
      await published(other, (await uploadVideo(other, clip)).uuid, 2)
      assert.equal(second.errors(), '')
    } finally {
      await second.stop()
    }
  })

  test('is refused by a folder with data, which stays as it is; with --force that is kept aside', async () => {
    const data = join(folder, 'restored')
    const refused = await runSepiola(['restore', file], { data })
    assert.equal(refused.code, 1)
    assert.match(refused.errors, /There is data already: .*--force/)
    assert.deepEqual(
      (await readdir(data)).filter((name) => name.startsWith('.') || name.startsWith('before')),
      [],
    )
    await writeFile(join(data, 'config/production.yaml'), 'instance:\n  name: The name before\n')
    const forced = await runSepiola(['restore', '--force', file], { data })
    assert.equal(forced.code, 0, forced.errors)
    const [aside] = (await readdir(data)).filter((name) => name.startsWith('before-restore-'))
    assert.match(await readFile(join(data, aside!, 'config/production.yaml'), 'utf8'), /The name before/)
    assert.ok(existsSync(join(data, aside!, 'database/PG_VERSION')))
    assert.ok(existsSync(join(data, 'database/PG_VERSION')))
    const names = await runSepiola(['list-users', '--json'], { data })
    assert.deepEqual(
      JSON.parse(names.output).map((user: any) => user.username),
      ['root'],
    )
  })

  test('is refused by a running server, whose process is named', async () => {
    const { code, errors } = await runSepiola(['restore', '--force', file], { data: server.data })
    assert.equal(code, 1)
    assert.match(errors, new RegExp(`process ${server.pid}`))
  })

  test('that is cut off or changed leaves the target untouched', async () => {
    const whole = await readFile(file)
    const changed = Buffer.from(whole)
    changed[Math.floor(whole.length * 0.6)]! ^= 0xff
    const attempts = { cut: whole.subarray(0, Math.floor(whole.length * 0.8)), changed, text: Buffer.from('no backup') }
    const data = join(folder, 'restored')
    const before = await readdir(data, { recursive: true })
    for (const [name, bytes] of Object.entries(attempts)) {
      const bad = join(folder, `${name}.tar.zst`)
      await writeFile(bad, bytes)
      for (const target of [data, join(folder, 'fresh')]) {
        const { code, errors } = await runSepiola(['restore', '--force', bad], { data: target })
        assert.equal(code, 1, name)
        assert.match(errors, /is damaged/, name)
      }
      assert.deepEqual(await readdir(data, { recursive: true }), before, name)
      assert.ok(!existsSync(join(folder, 'fresh')), name)
    }
  })

  test('without videos, or of the database alone', async () => {
    const [small, rows] = [join(folder, 'small.tar.zst'), join(folder, 'rows.tar.zst')]
    assert.equal((await runSepiola(['backup', '--without-videos', small], { data: server.data })).code, 0)
    assert.equal((await runSepiola(['backup', '--database-only', rows], { data: server.data })).code, 0)
    const sizes = await Promise.all([file, small, rows].map(async (path) => (await stat(path)).size))
    assert.ok(sizes[0]! > sizes[1]! && sizes[1]! > sizes[2]!, String(sizes))

    // The database alone goes into the folder that has the rest, and only there it changes something.
    const data = join(folder, 'restored')
    const secrets = await readFile(join(data, 'secrets.json'))
    const restored = await runSepiola(['restore', '--force', rows], { data })
    assert.equal(restored.code, 0, restored.errors)
    assert.deepEqual(await readFile(join(data, 'secrets.json')), secrets)
    assert.ok((await readdir(join(data, 'storage/streaming-playlists/hls'))).includes(uuid))

    const without = await runSepiola(['restore', '--force', small], { data })
    assert.equal(without.code, 0, without.errors)
    assert.ok((await readdir(join(data, 'storage/streaming-playlists/hls'))).includes(uuid), 'videos stay')
  })

  test('that is interrupted leaves nothing behind', async () => {
    const big = join(server.data, 'storage/web-videos/big.mp4')
    const cut = join(folder, 'interrupted.tar.zst')
    await writeFile(big, randomBytes(150 * 1024 ** 2))
    const backup = startSepiola(['backup', cut], { data: server.data })
    await until('its beginning', async () => existsSync(`${cut}.unfinished`))
    backup.child.kill('SIGINT')
    assert.equal((await backup.result).code, 130)
    assert.ok(!existsSync(cut) && !existsSync(`${cut}.unfinished`))
    await rm(big)

    const data = join(folder, 'interrupted')
    const restore = startSepiola(['restore', file], { data })
    await until('its beginning', async () => existsSync(join(data, '.restoring')))
    restore.child.kill('SIGTERM')
    assert.equal((await restore.result).code, 143)
    assert.deepEqual(
      (await readdir(data)).filter((name) => name !== 'server.lock' && name !== 'config'),
      [],
    )
    assert.equal((await runSepiola(['restore', file], { data })).code, 0)
  })

  test('goes through a pipe, also of a stopped server', async () => {
    await server.stop()
    const { output } = await runSepiola(['backup', '--without-videos', '-'], { data: server.data, encoding: 'latin1' })
    const piped = join(folder, 'piped.tar.zst')
    await writeFile(piped, output, 'latin1')
    assert.equal((await runSepiola(['restore', '--check', piped], { data: server.data })).code, 0)
    assert.ok(!existsSync(join(server.data, 'server.lock')))
  })
})

describe('a storage folder elsewhere', () => {
  test('is exchanged in its place', async () => {
    const data = join(folder, 'apart')
    const disk = join(folder, 'disk')
    await mkdir(join(data, 'config'), { recursive: true, mode: 0o700 })
    await mkdir(disk)
    await writeFile(join(data, 'config/production.yaml'), `storage:\n  thumbnails: ${disk}\n`)
    const server = await startRealServer({ data, port: await freePort(), args: ['--no-client'] })
    await writeFile(join(disk, 'a.jpg'), 'a picture')
    const file = join(folder, 'apart.tar.zst')
    assert.equal((await runSepiola(['backup', file], { data })).code, 0)
    await server.stop()
    await writeFile(join(disk, 'a.jpg'), 'another picture')
    const refused = await runSepiola(['restore', file], { data: join(folder, 'apart-2') })
    assert.equal(refused.code, 1)
    assert.match(refused.errors, new RegExp(disk))
    const { code, errors } = await runSepiola(['restore', '--force', file], { data })
    assert.equal(code, 0, errors)
    assert.equal(await readFile(join(disk, 'a.jpg'), 'utf8'), 'a picture')
    const [aside] = (await readdir(disk)).filter((name) => name.startsWith('before-restore-'))
    assert.equal(await readFile(join(disk, aside!, 'a.jpg'), 'utf8'), 'another picture')
    await rm(data, { recursive: true, force: true })
  })
})

describe('an external database', () => {
  const open: TestDatabase[] = []
  after(() => Promise.all(open.map((database) => database.close())))

  async function emptyDatabase(): Promise<{ settings: object; env: Record<string, string> }> {
    const database = await createEmptyTestDatabase()
    open.push(database)
    const { host, port, user } = database.connection
    const settings = {
      database: { hostname: host, port, username: user, password: '', name: database.name, suffix: '' },
    }
    return { settings, env: { NODE_CONFIG: JSON.stringify(settings) } }
  }

  test('is backed up with the rest, and moves to another one or to the embedded one', async () => {
    const first = await emptyDatabase()
    const server = await startRealServer({
      data: join(folder, 'external'),
      settings: first.settings as any,
      args: ['--no-client'],
    })
    const file = join(folder, 'external.tar.zst')
    const made = await runSepiola(['backup', file], { data: server.data, env: first.env })
    await server.stop()
    assert.equal(made.code, 0, made.errors)
    assert.match(made.errors, /Not in the backup, keep them yourself: 6 settings given by NODE_CONFIG/)

    const used = await runSepiola(['restore', file], { data: join(folder, 'external-2'), env: first.env })
    assert.equal(used.code, 1)
    assert.match(used.errors, /already has \d+ tables/)
    assert.ok(!existsSync(join(folder, 'external-2')))

    const second = await emptyDatabase()
    for (const [name, env] of [
      ['external-3', second.env],
      ['embedded', {}],
    ] as const) {
      const data = join(folder, name)
      const restored = await runSepiola(['restore', file], { data, env })
      assert.equal(restored.code, 0, restored.errors)
      assert.equal(existsSync(join(data, 'database')), name === 'embedded')
      const users = await runSepiola(['list-users', '--json'], { data, env })
      assert.equal(users.code, 0, users.errors)
      assert.equal(JSON.parse(users.output)[0].username, 'root')
    }
  })
})
