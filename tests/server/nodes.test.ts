import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../apps/server/src/foundation/clock.ts'
import { countFailure } from '../../apps/server/src/features/sessions/public.ts'
import { createEmptyTestDatabase, type TestDatabase } from '../../apps/server/src/foundation/db/test-database.ts'
import { published, signIn, uploadVideo } from '../support/api.ts'
import { createClips, type Clips } from '../support/clips.ts'
import { removeData, startRealServer, type RealServer } from '../support/real-server.ts'

describe('two nodes on one external database', () => {
  let database: TestDatabase
  let web: RealServer
  let worker: RealServer
  let clips: Clips

  before(async () => {
    clips = await createClips()
    database = await createEmptyTestDatabase()
    const { host, port, user } = database.connection
    const settings = {
      database: { hostname: host, port, username: user, password: '', name: database.name, suffix: '' },
      transcoding: { resolutions: { '240p': true, '360p': false, '480p': false, '720p': false, '1080p': false } },
    }
    web = await startRealServer({ settings, args: ['--role', 'web', '--no-client'] })
    worker = await startRealServer({ data: web.data, port: web.port, settings, args: ['--role', 'worker'] })
  })
  after(async () => {
    await worker.stop()
    await web.stop()
    await removeData(web.data)
    await database.close()
    await clips.remove()
  })

  test('start no embedded PostgreSQL', () => {
    assert.doesNotMatch(web.output(), /PostgreSQL started/)
  })

  test('share the work: one takes the upload, the other publishes it', async () => {
    const api = await signIn(web.url)
    const video = await uploadVideo(api, await clips.make('shared.mp4'))
    await published(api, video.uuid, 2)
  })
})

describe('two nodes with data folders of their own on one external database', () => {
  let database: TestDatabase
  let nodes: [RealServer, RealServer]
  let settings: Record<string, unknown>
  let firstName: string

  before(async () => {
    database = await createEmptyTestDatabase()
    const { host, port, user } = database.connection
    settings = {
      database: { hostname: host, port, username: user, password: '', name: database.name, suffix: '' },
      secrets: { peertube: 'the same on every node' },
      rates_limit: { api: { max: 100_000 }, login: { max: 30 } },
    }
    const start = () => startRealServer({ settings, args: ['--no-client'] })
    nodes = [await start(), await start()]
    firstName = await nameOn(nodes[0])
  })
  after(async () => {
    for (const node of nodes) {
      await node.stop()
      await removeData(node.data)
    }
    await database.close()
  })

  const nameOn = async (node: RealServer) => {
    const answer = await fetch(`${node.url}/api/v1/config`)
    return ((await answer.json()) as { instance: { name: string } }).instance.name
  }

  /** Changes the name on one node; ms until the other one tells it. */
  const rename = async (one: RealServer, other: RealServer, name: string): Promise<number> => {
    const api = await signIn(one.url)
    const config = await api.get('/api/v1/config/custom')
    config.instance.name = name
    const headers = { 'content-type': 'application/json' }
    const answer = await api.send('PUT', '/api/v1/config/custom', { headers, body: JSON.stringify(config) })
    assert.equal(answer.status, 200, await answer.text())
    const stored = performance.now()
    while ((await nameOn(other)) !== name && performance.now() - stored < 5000) await sleep(10)
    return performance.now() - stored
  }

  test('a setting changed on one is told by the other within a second, both ways, and kept as a copy in its file', async () => {
    const [first, second] = nodes
    assert.ok((await rename(first, second, 'Renamed here')) < 1000)
    assert.ok((await rename(second, first, 'Renamed there')) < 1000)
    const copy = JSON.parse(await readFile(join(first.data, 'config/local-production.json'), 'utf8'))
    assert.equal(copy.instance.name, 'Renamed there')
  })

  test('so is what is no setting: a homepage', async () => {
    const [first, second] = nodes
    const hasHomepage = async () => {
      const answer = await fetch(`${second.url}/api/v1/config`)
      return ((await answer.json()) as { homepage: { enabled: boolean } }).homepage.enabled
    }
    assert.equal(await hasHomepage(), false)
    const api = await signIn(first.url)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ content: '# Welcome' })
    assert.equal((await api.send('PUT', '/api/v1/custom-pages/homepage/instance', { headers, body })).status, 204)
    const stored = performance.now()
    while (!(await hasHomepage()) && performance.now() - stored < 5000) await sleep(10)
    assert.ok(performance.now() - stored < 1000)
  })

  test('guesses at a password are counted by both together, and so is the limit of an address', async () => {
    const [first, second] = nodes
    const client = (await (await fetch(`${first.url}/api/v1/oauth-clients/local`)).json()) as Record<string, string>
    const guess = (node: RealServer, username: string, ip: string) =>
      fetch(`${node.url}/api/v1/users/token`, {
        method: 'POST',
        headers: { 'x-forwarded-for': ip },
        body: new URLSearchParams({ ...client, grant_type: 'password', username, password: 'a guess' }),
      })
    assert.equal((await guess(first, 'root', '192.0.2.1')).status, 400)
    // As a third node counts them.
    const attempt = { account: 'root', ip: '192.0.2.1' }
    for (let i = 0; i < 27; i++) await countFailure({ db: database.db, clock: systemClock }, attempt)
    for (const node of nodes) {
      const refused = await guess(node, 'root', '192.0.2.1')
      assert.equal(refused.status, 429)
      assert.ok(Number(refused.headers.get('retry-after')) > 1)
    }
    assert.equal((await guess(second, 'root', '192.0.2.2')).status, 400)
    const statuses = await Promise.all(
      Array.from({ length: 34 }, async (_, i) => (await guess(nodes[i % 2]!, `nobody${i}`, '192.0.2.3')).status),
    )
    assert.deepEqual(
      [400, 429].map((status) => statuses.filter((each) => each === status).length),
      [30, 4],
    )
  })

  test('what happens on one is pushed to the browsers of the other', async () => {
    const [first, second] = nodes
    const api = await signIn(first.url)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ username: 'anna', email: 'anna@example.org', password: 'a good password', role: 2 })
    const { user } = (await (await api.send('POST', '/api/v1/users', { headers, body })).json()) as {
      user: { id: number }
    }
    const { token } = await signIn(second.url, 'anna', 'a good password')
    const { io } = await import('socket.io-client')
    const socket = io(`${second.url}/user-notifications`, { query: { accessToken: token }, reconnection: false })
    await once(socket as never, 'connect')
    const ended = once(socket as never, 'disconnect')
    assert.equal((await api.send('POST', `/api/v1/users/${user.id}/block`)).status, 204)
    assert.deepEqual(await ended, ['io server disconnect', undefined])
  })

  test('a start with --reset-settings forgets what was changed, on every node', async () => {
    const [first, second] = nodes
    assert.equal(await nameOn(first), 'Renamed there')
    await second.stop()
    nodes[1] = await startRealServer({ settings, data: second.data, args: ['--no-client', '--reset-settings'] })
    assert.deepEqual([await nameOn(nodes[1]), await nameOn(first)], [firstName, firstName])
    await assert.rejects(readFile(join(second.data, 'config/local-production.json')), { code: 'ENOENT' })
  })
})
