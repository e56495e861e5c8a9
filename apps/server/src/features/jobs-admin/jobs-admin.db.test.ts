import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { startTestServer, type TestServer } from '#app/test-server.ts'
import { areQueuesPaused } from '#foundation/jobs/pause-queues.sql.ts'

let server: TestServer
let root: string
let moderator: string

before(async () => {
  server = await startTestServer({ settings: { rates_limit: { login: { max: 10_000 } } } })
  root = await server.login()
  const payload = { username: 'mod', email: 'mod@example.com', password: 'a good password', role: 1 }
  await server.request({ method: 'POST', url: '/api/v1/users', as: root, payload })
  moderator = await server.login('mod', 'a good password')
  await sql`DELETE FROM sepiola.job`.execute(server.ctx.db)
})
after(() => server.close())

async function addJob(type: string, state: string, changes: { priority?: number; error?: string; at?: string } = {}) {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO sepiola.job (type, state, payload, priority, error, progress, "createdAt")
    VALUES (${type}, ${state}, '{"videoUUID":"x"}', ${changes.priority ?? 0}, ${changes.error ?? null}, 40,
            ${changes.at ?? '2026-01-01'}::timestamptz)
    RETURNING id`.execute(server.ctx.db)
  return rows[0]!.id
}

const request = (method: 'GET' | 'POST', path: string, as: string | undefined = root) =>
  server.request({ method, url: `/api/v1/jobs${path}`, as })

async function ids(path: string): Promise<number[]> {
  const answer = await request('GET', path)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().data.map((job: { id: number }) => job.id)
}

test('administrators only', async () => {
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/failed'],
    ['POST', '/pause'],
    ['POST', '/resume'],
    ['POST', '/video-transcoding/1/cancel'],
  ] as const) {
    assert.equal((await request(method, path, moderator)).statusCode, 403, path)
    assert.equal((await server.request({ method, url: `/api/v1/jobs${path}` })).statusCode, 401, path)
  }
})

describe('lists', () => {
  test('by state, type and date', async () => {
    const active = await addJob('video-transcoding', 'active', { at: '2026-01-01' })
    const failed = await addJob('video-transcoding', 'failed', { at: '2026-01-02', error: 'ffmpeg ended with 1' })
    const prioritized = await addJob('video-transcoding', 'waiting', { at: '2026-01-03', priority: 100 })
    const blocked = await addJob('actor-keys', 'blocked', { at: '2026-01-04' })
    const waiting = await addJob('actor-keys', 'waiting', { at: '2026-01-05' })
    // Subscribers of events are our own matter.
    await addJob('transcoding/on-video-created', 'waiting')
    assert.deepEqual(await ids(''), [waiting, blocked, prioritized, failed, active])
    assert.deepEqual(await ids('?sort=createdAt&count=2&start=1'), [failed, prioritized])
    assert.deepEqual(await ids('?jobType=actor-keys'), [waiting, blocked])
    assert.deepEqual(await ids('/waiting'), [waiting, blocked, prioritized])
    assert.deepEqual(await ids('/prioritized'), [prioritized])
    assert.deepEqual(await ids('/waiting-children?jobType=actor-keys'), [blocked])
    assert.deepEqual(await ids('/completed'), [])
    const { total, data } = (await request('GET', '/failed')).json()
    assert.equal(total, 1)
    assert.deepEqual(
      [data[0].state, data[0].type, data[0].data, data[0].error, data[0].progress, data[0].canCancel],
      ['failed', 'video-transcoding', { videoUUID: 'x' }, { message: 'ffmpeg ended with 1' }, 40, false],
    )
    assert.equal(data[0].createdAt, '2026-01-02T00:00:00.000Z')
    assert.equal((await request('GET', '/active')).json().data[0].canCancel, true)
  })

  test('400 for unknown states, types and sorts', async () => {
    for (const path of ['/sleeping', '?jobType=nothing', '/failed?jobType=nothing', '?sort=id', '?count=101']) {
      assert.equal((await request('GET', path)).statusCode, 400, path)
    }
  })
})

test('pause and resume', async () => {
  assert.equal((await request('POST', '/pause')).statusCode, 204)
  assert.equal(await areQueuesPaused(server.ctx.db), true)
  assert.equal((await request('POST', '/pause')).statusCode, 204)
  assert.equal((await request('POST', '/resume')).statusCode, 204)
  assert.equal(await areQueuesPaused(server.ctx.db), false)
})

describe('cancel', () => {
  const cancel = (type: string, id: number | string) => request('POST', `/${type}/${id}/cancel`)

  test('asks the worker of an active job to stop', async () => {
    const id = await addJob('video-transcoding', 'active')
    assert.equal((await cancel('video-transcoding', id)).statusCode, 204)
    const { rows } = await sql<{ cancelRequested: boolean }>`
      SELECT "cancelRequested" FROM sepiola.job WHERE id = ${id}`.execute(server.ctx.db)
    assert.equal(rows[0]!.cancelRequested, true)
  })

  test('409 unless it runs and is of a type that can be stopped', async () => {
    assert.equal((await cancel('video-transcoding', await addJob('video-transcoding', 'waiting'))).statusCode, 409)
    assert.equal((await cancel('actor-keys', await addJob('actor-keys', 'active'))).statusCode, 409)
  })

  test('400 for an unknown type, bare 404 for an unknown job', async () => {
    assert.equal((await cancel('nothing', 1)).statusCode, 400)
    const other = await addJob('actor-keys', 'active')
    for (const id of [99_999, 'x', other]) {
      const answer = await cancel('video-transcoding', id)
      assert.deepEqual([answer.statusCode, answer.body], [404, 'Not Found'])
    }
  })
})
