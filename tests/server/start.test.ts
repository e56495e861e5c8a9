import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, stat, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { signIn } from '../support/api.ts'
import { removeData, startRealServer, startRefused, type RealServer } from '../support/real-server.ts'

describe('a start', () => {
  let server: RealServer

  after(async () => {
    await server.stop()
    await removeData(server.data)
  })

  test('says where it listens, and answers', async () => {
    server = await startRealServer()
    assert.match(server.output(), /HTTP server listening on 127\.0\.0\.1:\d+/)
    assert.match(server.output(), /Database \S+ is ready/)
    assert.match(server.output(), /Username: root\n/)
    assert.match(server.output(), /User password: a-root-password\n/)
    assert.match(server.output(), /Client id: [a-z0-9]{32}\n/)
    const ping = await fetch(`${server.url}/api/v1/ping`)
    assert.equal(ping.status, 200)
    assert.equal(await ping.text(), 'pong')
    assert.equal(server.errors(), '')
  })

  test('keeps its secrets to itself', async () => {
    assert.equal((await stat(join(server.data, 'secrets.json'))).mode & 0o777, 0o600)
    const log = await readFile(join(server.data, 'storage/logs/peertube.log'), 'utf8')
    assert.doesNotMatch(log, /a-root-password/)
  })

  test('on data that a running server holds is refused with its process named', async () => {
    const second = await startRefused({ data: server.data })
    assert.equal(second.code, 1)
    assert.match(second.errors, new RegExp(String(server.pid)))
  })

  test('ends within five seconds, and the next one finds everything, quickly', async () => {
    const before = await signIn(server.url)
    const me = await before.get('/api/v1/users/me')
    assert.ok((await server.stop()) < 5000)
    server = await startRealServer({ data: server.data, port: server.port })
    assert.deepEqual(await before.get('/api/v1/users/me'), me)
    assert.doesNotMatch(server.output(), /User password/)
  })

  test('after kill -9 takes over what was left', async () => {
    const before = await signIn(server.url)
    await server.kill()
    server = await startRealServer({ data: server.data, port: server.port })
    assert.equal((await before.get('/api/v1/users/me')).username, 'root')
  })
})

test('with --benchmark-startup a server ends once it is up', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sepiola-benchmark-'))
  const { code, output } = await startRefused({ data, args: ['--no-client', '--benchmark-startup'] })
  assert.equal(code, 0)
  assert.match(output, /HTTP server listening/)
  await removeData(data)
})

describe('a refused start', () => {
  test('by a root password that breaks the rules; the next one takes another', async () => {
    const data = await mkdtemp(join(tmpdir(), 'sepiola-refused-'))
    const { code, errors } = await startRefused({ data, env: { PT_INITIAL_ROOT_PASSWORD: 'short' } })
    assert.equal(code, 1)
    assert.match(errors, /PT_INITIAL_ROOT_PASSWORD/)
    assert.doesNotMatch(errors, /\bshort\b/)
    const server = await startRealServer({ data, args: ['--no-client'] })
    await signIn(server.url)
    await server.stop()
    await removeData(data)
  })

  test('ends the database that was on its way', async () => {
    const data = await mkdtemp(join(tmpdir(), 'sepiola-refused-'))
    const { code, errors } = await startRefused({ data, env: { FFMPEG_PATH: '/nowhere/ffmpeg' } })
    assert.equal(code, 1)
    assert.match(errors, /nowhere/)
    const database = await readdir(join(data, 'database'))
    assert.ok(database.includes('PG_VERSION') && !database.includes('postmaster.pid'), database.join(' '))
    await removeData(data)
  })

  test('names the setting, its value and what was expected', async () => {
    const data = await mkdtemp(join(tmpdir(), 'sepiola-refused-'))
    await mkdir(join(data, 'config'))
    await writeFile(join(data, 'config/production.yaml'), 'transcoding:\n  threads: many\n')
    const { code, errors } = await startRefused({ data })
    assert.equal(code, 1)
    assert.match(errors, /transcoding\.threads/)
    assert.match(errors, /many/)
    assert.match(errors, /number/)
    await removeData(data)
  })
})
