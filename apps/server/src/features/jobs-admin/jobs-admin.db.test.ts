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
    ['GET', '/summary'],
    ['POST', '/1/retry'],
    ['POST', '/1/discard'],
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
    const internal = await addJob('transcoding/on-video-created', 'waiting', { at: '2026-01-06' })
    assert.deepEqual(await ids(''), [waiting, blocked, prioritized, failed, active])
    assert.deepEqual(await ids('?includeInternal=true&count=2'), [internal, waiting])
    assert.deepEqual(await ids('/waiting?includeInternal=true'), [internal, waiting, blocked, prioritized])
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

test('a summary counts by type and state, and tells whether jobs are paused', async () => {
  await sql`DELETE FROM sepiola.job`.execute(server.ctx.db)
  await addJob('actor-keys', 'failed')
  await addJob('actor-keys', 'failed')
  await addJob('transcoding/on-video-created', 'waiting')
  const counts = [
    { type: 'actor-keys', state: 'failed', count: 2, internal: false },
    { type: 'transcoding/on-video-created', state: 'waiting', count: 1, internal: true },
  ]
  assert.deepEqual((await request('GET', '/summary')).json(), { paused: false, counts })
  await request('POST', '/pause')
  assert.equal((await request('GET', '/summary')).json().paused, true)
  await request('POST', '/resume')
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

describe('retry', () => {
  const retry = (id: number | string) => request('POST', `/${id}/retry`)
  const shown = async (id: number) => {
    const { data } = (await request('GET', '?includeInternal=true&count=100')).json()
    const { state, attempts, maxAttempts, canRetry, canDiscard, nextRunAt } = data.find((job: any) => job.id === id)
    return { state, attempts, maxAttempts, canRetry, canDiscard, nextRunAt }
  }
  const change = (id: number, columns: Record<string, unknown>) =>
    server.ctx.db.updateTable('sepiola.job').set(columns).where('id', '=', id).execute()

  test('gives a failed job one more attempt', async () => {
    const id = await addJob('actor-keys', 'failed', { error: 'no space left' })
    await change(id, { attempts: 3, maxAttempts: 3, crashes: 4, finishedAt: new Date() })
    const failed = { state: 'failed', attempts: 3, maxAttempts: 3, nextRunAt: null }
    assert.deepEqual(await shown(id), { ...failed, canRetry: true, canDiscard: true })
    assert.equal((await retry(id)).statusCode, 204)
    const waiting = { state: 'waiting', attempts: 3, maxAttempts: 4, nextRunAt: null }
    assert.deepEqual(await shown(id), { ...waiting, canRetry: false, canDiscard: true })
    assert.equal((await retry(id)).statusCode, 409)
  })

  test('tries a delayed one at once', async () => {
    const id = await addJob('email', 'delayed')
    await change(id, { runAt: new Date('2100-01-01'), attempts: 1, maxAttempts: 5 })
    assert.deepEqual(await shown(id), {
      ...{ state: 'delayed', attempts: 1, maxAttempts: 5, nextRunAt: '2100-01-01T00:00:00.000Z' },
      ...{ canRetry: true, canDiscard: true },
    })
    assert.equal((await retry(id)).statusCode, 204)
    assert.deepEqual([(await shown(id)).state, (await shown(id)).maxAttempts], ['waiting', 5])
  })

  test('revives what failed only because it comes after, and refuses that alone', async () => {
    const first = await addJob('actor-keys', 'failed', { error: 'broken' })
    const second = await addJob('actor-keys', 'failed', { error: `The job ${first} that had to come first failed` })
    const third = await addJob('actor-keys', 'failed', { error: `The job ${second} that had to come first failed` })
    const other = await addJob('actor-keys', 'failed', { error: 'its own fault' })
    await change(second, { after: first })
    await change(third, { after: second })
    await change(other, { after: first })
    const refused = await retry(third)
    assert.equal(refused.statusCode, 409)
    assert.match(refused.json().detail, new RegExp(`job ${second}`))
    assert.equal((await retry(first)).statusCode, 204)
    const states = await Promise.all([first, second, third, other].map(async (id) => (await shown(id)).state))
    assert.deepEqual(states, ['waiting', 'waiting-children', 'waiting-children', 'failed'])
    assert.equal((await retry(other)).statusCode, 204)
    assert.equal((await shown(other)).state, 'waiting-children')
  })

  test('is refused while another one for the same matter waits, and while the failure is dealt with', async () => {
    const id = await addJob('actor-keys', 'failed')
    await change(id, { key: 'x' })
    await change(await addJob('actor-keys', 'waiting'), { key: 'x' })
    assert.equal((await retry(id)).statusCode, 409)
    const settling = await addJob('actor-keys', 'failed')
    await change(settling, { failureDue: new Date() })
    assert.equal((await retry(settling)).statusCode, 409)
    assert.equal((await shown(settling)).state, 'failed')
  })

  test('is refused where a failure has removed what is needed, or where no node knows the type', async () => {
    const refusal = async (id: number) => {
      const answer = await retry(id)
      assert.equal(answer.statusCode, 409)
      return answer.json<{ detail: string }>().detail
    }
    for (const [type, why] of [
      ['import-user-archive', /archive was deleted/],
      ['video-import', /import itself/],
      ['videos/of-another-version', /this version/],
    ] as const) {
      const id = await addJob(type, 'failed')
      assert.equal((await shown(id)).canRetry, false)
      assert.match(await refusal(id), why)
    }
    const ofGone = await addJob('video-transcoding', 'failed')
    await change(ofGone, {
      payload: JSON.stringify({
        ...{ type: 'new-resolution-to-hls', videoUUID: 'a3f1c2d4-0000-4000-8000-000000000000', isNewVideo: true },
        ...{ canMoveVideoState: true, transcodingPriority: 'required', resolution: 720, fps: 25, part: 0 },
        ...{ transcodingRequestAt: '2026-01-01T00:00:00.000Z', deleteWebVideoFiles: false, storyboard: false },
        renditions: [{ name: '720p', resolution: 720, fps: 25 }],
      }),
    })
    assert.match(await refusal(ofGone), /video was deleted/)
    const ofGoneExport = await addJob('create-user-export', 'failed')
    await change(ofGoneExport, { payload: JSON.stringify({ userExportId: 99_999 }) })
    assert.match(await refusal(ofGoneExport), /archive was deleted/)
  })

  test('bare 404 for an unknown job', async () => {
    for (const id of [99_999, 'x', '-1', '1e3']) {
      for (const act of ['retry', 'discard']) {
        const answer = await request('POST', `/${id}/${act}`)
        assert.deepEqual([answer.statusCode, answer.body], [404, 'Not Found'], `${id} ${act}`)
      }
    }
  })
})

describe('discard', () => {
  const discard = (id: number) => request('POST', `/${id}/discard`)
  const state = async (id: number) =>
    await server.ctx.db
      .selectFrom('sepiola.job')
      .select(['state', 'error', 'cancelRequested'])
      .where('id', '=', id)
      .executeTakeFirst()

  test('removes a failed one, and ends one that waits', async () => {
    const failed = await addJob('actor-keys', 'failed')
    assert.equal((await discard(failed)).statusCode, 204)
    assert.equal(await state(failed), undefined)
    const waiting = await addJob('email', 'delayed')
    assert.equal((await discard(waiting)).statusCode, 204)
    assert.deepEqual(await state(waiting), { state: 'failed', error: 'The job was cancelled', cancelRequested: true })
  })

  test('409 for one that runs or is done', async () => {
    for (const kind of ['active', 'completed']) {
      assert.equal((await discard(await addJob('actor-keys', kind))).statusCode, 409)
    }
  })
})
