import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { createTestDatabase } from '../db/test-database.ts'
import { requestCancel } from './cancel-job.sql.ts'
import { createJobQueue } from './create-job-queue.ts'
import { countJobs, findJob, listJobs } from './job-list.sql.ts'
import { deleteOldJobs } from './old-jobs.sql.ts'
import { takeJobs } from './take-jobs.sql.ts'
import { namedJob } from './test-node.ts'

const database = await createTestDatabase()
after(() => database.close())
const { db } = database
const encode = namedJob('encode', async () => {}, { attempts: 3 })
const mail = namedJob('mail', async () => {}, { keepCompleted: 1000 })
const queue = createJobQueue([encode, mail])

async function empty(): Promise<void> {
  await sql`TRUNCATE sepiola.job`.execute(db)
}

function take(slots: Record<string, number>, budget = 100) {
  const types = Object.keys(slots)
  return takeJobs(db, { worker: 'me', lease: 60_000, types, slots: types.map((type) => slots[type]!), budget })
}

test('a job is there when its transaction commits, and never when it rolls back', async () => {
  await empty()
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await queue.add(tx, encode, { name: 'lost' })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  const id = await db.transaction().execute((tx) => queue.add(tx, encode, { name: 'kept' }, { parent: 7 }))
  const { total, data } = await listJobs(db, { start: 0, count: 10, sort: '-createdAt' })
  assert.equal(total, 1)
  assert.deepEqual(data[0]!.payload, { name: 'kept' })
  assert.equal(data[0]!.id, id)
  assert.equal(data[0]!.parent, 7)
  assert.equal(data[0]!.state, 'waiting')
})

test('a wrong payload or an unknown type is refused at once', async () => {
  await assert.rejects(queue.add(db, encode, { name: 3 } as never), /expected string/)
  await assert.rejects(
    queue.add(
      db,
      namedJob('other', async () => {}),
      { name: 'a' },
    ),
    /No feature runs jobs of type other/,
  )
  await assert.rejects(queue.add(db, encode, { name: 'a' }, { after: 999_999 }), /no job 999999 to wait for/)
})

test('the lowest priority value comes first, then the oldest; slots and budget are kept', async () => {
  await empty()
  const ids: number[] = []
  for (const priority of [5, 0, 0, -1]) ids.push(await queue.add(db, encode, { name: String(priority) }, { priority }))
  const other = await queue.add(db, mail, { name: 'm' }, { priority: 3 })
  assert.deepEqual((await take({ encode: 2, mail: 1 }, 2)).map((job) => job.id).sort(), [ids[1], ids[3]].sort())
  assert.deepEqual((await take({ encode: 5, mail: 5 })).map((job) => job.id).sort(), [ids[0], ids[2], other].sort())
  assert.deepEqual(await take({ encode: 5, mail: 5 }), [])
})

test('an unfinished key is not added again; a finished one is', async () => {
  await empty()
  const first = await queue.add(db, encode, { name: 'a' }, { key: 'video 1' })
  assert.equal(await queue.add(db, encode, { name: 'b' }, { key: 'video 1' }), first)
  assert.notEqual(await queue.add(db, mail, { name: 'b' }, { key: 'video 1' }), first)
  await take({ encode: 1 })
  assert.equal(await queue.add(db, encode, { name: 'b' }, { key: 'video 1' }), first)
  await sql`UPDATE sepiola.job SET "state" = 'completed' WHERE "id" = ${first}`.execute(db)
  assert.notEqual(await queue.add(db, encode, { name: 'b' }, { key: 'video 1' }), first)
  const many = await Promise.all(Array.from({ length: 8 }, () => queue.add(db, mail, { name: 'x' }, { key: 'once' })))
  assert.equal(new Set(many).size, 1)
})

test('the list shows the states of the jobs API, pages and sorts', async () => {
  await empty()
  const waiting = await queue.add(db, encode, { name: 'waiting' })
  const prioritized = await queue.add(db, encode, { name: 'prioritized' }, { priority: 100 })
  const blocked = await queue.add(db, mail, { name: 'blocked' }, { after: waiting })
  const delayed = await queue.add(db, mail, { name: 'delayed' }, { runAt: new Date(Date.now() + 60_000) })
  const list = async (request: Partial<Parameters<typeof listJobs>[1]>) => {
    const { total, data } = await listJobs(db, { start: 0, count: 10, sort: 'createdAt', ...request })
    return { total, ids: data.map((job) => job.id) }
  }
  assert.deepEqual(await list({ state: 'waiting' }), { total: 3, ids: [waiting, prioritized, blocked] })
  assert.deepEqual(await list({ state: 'prioritized' }), { total: 1, ids: [prioritized] })
  assert.deepEqual(await list({ state: 'waiting-children' }), { total: 1, ids: [blocked] })
  assert.deepEqual(await list({ state: 'delayed' }), { total: 1, ids: [delayed] })
  assert.deepEqual(await list({ state: 'paused' }), { total: 0, ids: [] })
  assert.deepEqual(await list({ type: 'mail', sort: '-createdAt' }), { total: 2, ids: [delayed, blocked] })
  assert.deepEqual(await list({ types: ['encode'], start: 1, count: 1 }), { total: 2, ids: [prioritized] })
  assert.equal((await findJob(db, blocked))?.state, 'waiting-children')
  assert.deepEqual(await countJobs(db), [
    { type: 'encode', state: 'prioritized', count: 1 },
    { type: 'encode', state: 'waiting', count: 1 },
    { type: 'mail', state: 'delayed', count: 1 },
    { type: 'mail', state: 'waiting-children', count: 1 },
  ])
})

test('cancelling a waiting job fails it and all that waits for it', async () => {
  await empty()
  const first = await queue.add(db, encode, { name: '1' })
  const second = await queue.add(db, encode, { name: '2' }, { after: first })
  const third = await queue.add(db, encode, { name: '3' }, { after: second })
  assert.equal(await requestCancel(db, first), 'cancelled')
  assert.equal(await requestCancel(db, first), 'finished')
  assert.equal(await requestCancel(db, 999_999), undefined)
  assert.equal((await findJob(db, first))?.error, 'The job was cancelled')
  for (const [id, earlier] of [
    [second, first],
    [third, second],
  ] as const) {
    const job = await findJob(db, id)
    assert.equal(job?.state, 'failed')
    assert.equal(job?.error, `The job ${earlier} that had to come first failed`)
  }
  const late = await queue.add(db, encode, { name: 'late' }, { after: third })
  assert.equal((await findJob(db, late))?.state, 'failed')
})

test('old finished jobs go after their time, and beyond 10,000 per type and state', async () => {
  await empty()
  const add = (type: string, state: string, age: string, count = 1) =>
    sql`INSERT INTO sepiola.job ("type", "state", "payload", "finishedAt")
      SELECT ${type}, ${state}, '{}', now() - ${age}::interval FROM generate_series(1, ${count}::int)`.execute(db)
  await add('encode', 'completed', '47 hours')
  await add('encode', 'completed', '49 hours')
  await add('mail', 'completed', '500 ms')
  await add('mail', 'completed', '2 s')
  await add('gone', 'completed', '49 hours')
  await add('encode', 'failed', '6 days')
  await add('encode', 'failed', '8 days')
  const waiting = await queue.add(db, encode, { name: 'stays' })
  assert.equal(await deleteOldJobs(db, [encode, mail]), 4)
  assert.equal((await findJob(db, waiting))?.state, 'waiting')
  await add('encode', 'completed', '1 minute', 10_005)
  assert.equal(await deleteOldJobs(db, [encode, mail]), 6)
  const left = await countJobs(db)
  assert.equal(left.find((row) => row.type === 'encode' && row.state === 'completed')?.count, 10_000)
})

test('taking a job does not get slower with 100,000 finished ones', async (t) => {
  await empty()
  await sql`INSERT INTO sepiola.job ("type", "state", "payload", "finishedAt", "priority")
    SELECT 'encode', 'completed', '{}', now(), n % 7 FROM generate_series(1, 100000) AS n`.execute(db)
  for (let n = 0; n < 200; n++) await queue.add(db, encode, { name: String(n) })
  const plan = await sql<{ 'QUERY PLAN': string }>`
    EXPLAIN SELECT "id" FROM sepiola.job WHERE "state" = 'waiting' AND "type" = 'encode'
    ORDER BY "priority", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`.execute(db)
  assert.match(plan.rows.map((row) => row['QUERY PLAN']).join('\n'), /job_waiting/)
  const started = performance.now()
  for (let n = 0; n < 200; n++) assert.equal((await take({ encode: 1, mail: 1 })).length, 1)
  const each = (performance.now() - started) / 200
  t.diagnostic(`take: ${each.toFixed(2)} ms`)
  assert.ok(each < 25, 'far from a scan of all rows')
})
