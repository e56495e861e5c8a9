import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTestDatabase } from '../db/test-database.ts'
import { cancelChannel, requestCancel } from './cancel-job.sql.ts'
import { findJob } from './job-list.sql.ts'
import { areQueuesPaused, pauseQueues, resumeQueues } from './pause-queues.sql.ts'
import { namedJob, startTestNode, untilAborted, waitForState, waitUntil, type TestNode } from './test-node.ts'

const database = await createTestDatabase()
after(() => database.close())
const { db } = database

let nodes: TestNode[] = []
async function startNode(): Promise<TestNode> {
  const node = await startTestNode(database.connection)
  nodes.push(node)
  return node
}
let node: TestNode
beforeEach(async () => {
  await sql`TRUNCATE sepiola.job, sepiola.flag`.execute(db)
  node = await startNode()
})
afterEach(async () => {
  await Promise.all(nodes.map((each) => each.close()))
  nodes = []
})

test('a job starts within milliseconds of its commit and ends as completed', async (t) => {
  let startedAt = 0
  const job = namedJob('quick', async (_ctx, { payload, attempt }) => {
    startedAt = performance.now()
    assert.deepEqual(payload, { name: 'a' })
    assert.equal(attempt, 1)
  })
  await node.work([job])
  const delays: number[] = []
  for (let run = 0; run < 10; run++) {
    const added = performance.now()
    const id = await node.ctx.jobs.add(db, job, { name: 'a' })
    const done = await waitForState(db, id, 'completed')
    delays.push(startedAt - added)
    assert.equal(done.progress, 100)
    assert.ok(done.processedAt && done.finishedAt)
  }
  delays.sort((a, b) => a - b)
  t.diagnostic(`add to start: median ${delays[5]!.toFixed(1)} ms, most ${delays[9]!.toFixed(1)} ms`)
  assert.ok(delays[5]! < 250, 'announced, not found by the poll')
})

test('two nodes share a queue: each job runs once, and no node runs more than it may', async () => {
  const second = await startNode()
  const runs: string[] = []
  const running = new Map<unknown, number>()
  let most = 0
  const job = namedJob(
    'shared',
    async (ctx, { payload }) => {
      running.set(ctx, (running.get(ctx) ?? 0) + 1)
      most = Math.max(most, running.get(ctx)!)
      runs.push(payload.name)
      await sleep(5)
      running.set(ctx, running.get(ctx)! - 1)
    },
    { concurrency: () => 2 },
  )
  await node.work([job])
  await second.work([job])
  const ids = await db.transaction().execute(async (tx) => {
    const added: number[] = []
    for (let n = 0; n < 40; n++) added.push(await node.ctx.jobs.add(tx, job, { name: String(n) }))
    return added
  })
  for (const id of ids) await waitForState(db, id, 'completed')
  assert.equal(runs.length, 40)
  assert.equal(new Set(runs).size, 40)
  assert.equal(most, 2)
  assert.equal(running.size, 2)
})

test('the budget bounds all types of a node together', async () => {
  let running = 0
  let most = 0
  const run = async () => {
    most = Math.max(most, ++running)
    await sleep(10)
    running--
  }
  const jobs = ['a', 'b', 'c'].map((type) => namedJob(type, run, { concurrency: () => 3 }))
  await node.work(jobs, { concurrencyBudget: 2 })
  const ids: number[] = []
  for (let n = 0; n < 9; n++) ids.push(await node.ctx.jobs.add(db, jobs[n % 3]!, { name: 'x' }))
  for (const id of ids) await waitForState(db, id, 'completed')
  assert.equal(most, 2)
})

test('a failing job is tried again after its back-off, then fails, and its definition is told once', async () => {
  const attempts: number[] = []
  const told: unknown[] = []
  const job = namedJob(
    'failing',
    async (_ctx, { attempt }) => {
      attempts.push(attempt)
      throw new Error(`no ${attempt}`)
    },
    {
      attempts: 3,
      backoff: (attempt) => attempt * 10,
      failed: async (_ctx, failure) => void told.push(failure),
    },
  )
  await node.work([job])
  const id = await node.ctx.jobs.add(db, job, { name: 'f' })
  assert.equal((await waitForState(db, id, 'failed')).error, 'no 3')
  assert.deepEqual(attempts, [1, 2, 3])
  await waitUntil(() => told.length > 0, 'told')
  await sleep(50)
  assert.deepEqual(told, [{ id, payload: { name: 'f' }, error: 'no 3', cancelled: false }])
})

test('a delayed job runs at its moment', async () => {
  const job = namedJob('later', async () => {})
  await node.work([job])
  const runAt = new Date(Date.now() + 300)
  const id = await node.ctx.jobs.add(db, job, { name: 'l' }, { runAt })
  assert.equal((await findJob(db, id))?.state, 'delayed')
  const { processedAt } = await waitForState(db, id, 'completed')
  const late = processedAt!.getTime() - runAt.getTime()
  assert.ok(late >= 0 && late < 1000, `${late} ms late`)
})

test('a delayed job does not wait until a busy node has nothing else to do', async () => {
  const order: string[] = []
  const job = namedJob('busy', async (_ctx, { payload }) => {
    order.push(payload.name)
    await sleep(20)
  })
  const urgent = await node.ctx.jobs.add(db, job, { name: 'urgent' }, { runAt: new Date(Date.now() + 200) })
  for (let n = 0; n < 60; n++) await node.ctx.jobs.add(db, job, { name: 'ordinary' }, { priority: 5 })
  await node.work([job], { timing: { poll: 50 } })
  await waitForState(db, urgent, 'completed')
  assert.ok(order.length < 60, `came after ${order.length} others`)
})

test('a job that waits for another one runs after it', async () => {
  const order: string[] = []
  const job = namedJob(
    'chain',
    async (_ctx, { payload }) => {
      await sleep(10)
      order.push(payload.name)
    },
    { concurrency: () => 5 },
  )
  await node.work([job])
  const last = await db.transaction().execute(async (tx) => {
    const first = await node.ctx.jobs.add(tx, job, { name: 'first' })
    const second = await node.ctx.jobs.add(tx, job, { name: 'second' }, { after: first })
    return node.ctx.jobs.add(tx, job, { name: 'third' }, { after: second })
  })
  await waitForState(db, last, 'completed')
  const late = await node.ctx.jobs.add(db, job, { name: 'late' }, { after: last })
  await waitForState(db, late, 'completed')
  assert.deepEqual(order, ['first', 'second', 'third', 'late'])
})

test('when a job fails, all that waits for it fails, each told', async () => {
  const told: number[] = []
  const failed = async (_ctx: unknown, failure: { id: number }) => void told.push(failure.id)
  const breaks = namedJob('breaks', async () => Promise.reject(new Error('broken')), { failed })
  const follows = namedJob('follows', async () => assert.fail('must not run'), { failed })
  const ids = await db.transaction().execute(async (tx) => {
    const first = await node.ctx.jobs.add(tx, breaks, { name: '1' })
    const second = await node.ctx.jobs.add(tx, follows, { name: '2' }, { after: first })
    return [first, second, await node.ctx.jobs.add(tx, follows, { name: '3' }, { after: second })]
  })
  await node.work([breaks, follows])
  for (const id of ids) await waitForState(db, id, 'failed')
  await waitUntil(() => told.length === 3, 'all told')
  assert.deepEqual(told.sort(), ids)
})

test('a follower that is added while its job ends is not forgotten', async () => {
  const job = namedJob('race', async () => {}, { concurrency: () => 5 })
  await node.work([job])
  for (let run = 0; run < 20; run++) {
    const first = await node.ctx.jobs.add(db, job, { name: 'first' })
    const second = await db.transaction().execute(async (tx) => {
      const id = await node.ctx.jobs.add(tx, job, { name: 'second' }, { after: first })
      await sleep(run % 5)
      return id
    })
    await waitForState(db, second, 'completed')
  }
})

test('a cancel that comes before its node knows the job still reaches it', async () => {
  const job = namedJob('early', (_ctx, { signal }) => untilAborted(signal), { cancellable: true })
  await node.work([job])
  const id = await db.transaction().execute(async (tx) => {
    const added = await node.ctx.jobs.add(tx, job, { name: 'e' })
    await node.ctx.notifier.notify(cancelChannel, String(added))
    await sleep(100)
    return added
  })
  const { processedAt, finishedAt } = await waitForState(db, id, 'failed')
  assert.ok(finishedAt!.getTime() - processedAt!.getTime() < 2000)
})

test('cancelling a running job aborts it on its node; it is not tried again', async () => {
  const other = await startNode()
  const told: unknown[] = []
  let reason: unknown
  const job = namedJob(
    'long',
    async (_ctx, { signal }) => {
      await untilAborted(signal).catch((error: Error) => {
        reason = error.message
        throw error
      })
    },
    { attempts: 5, failed: async (_ctx, failure) => void told.push(failure) },
  )
  await node.work([job])
  const id = await node.ctx.jobs.add(db, job, { name: 'c' })
  await waitForState(db, id, 'active')
  assert.equal(await requestCancel(other.db, id), 'requested')
  assert.equal((await waitForState(db, id, 'failed')).error, 'The job was cancelled')
  assert.equal(reason, 'The job was cancelled')
  await waitUntil(() => told.length > 0, 'told')
  assert.deepEqual(told, [{ id, payload: { name: 'c' }, error: 'The job was cancelled', cancelled: true }])
})

test('a job that takes too long is aborted and fails', async () => {
  const job = namedJob('slow', async (_ctx, { signal }) => untilAborted(signal), { timeout: () => 30 })
  await node.work([job])
  const id = await node.ctx.jobs.add(db, job, { name: 's' })
  assert.equal((await waitForState(db, id, 'failed')).error, 'The job took too long')
})

test('a payload that the schema refuses fails without being tried again', async () => {
  const job = namedJob('typed', async () => assert.fail('must not run'), { attempts: 5 })
  const { rows } = await sql<{ id: number }>`
    INSERT INTO sepiola.job ("type", "state", "payload", "maxAttempts") VALUES ('typed', 'waiting', '{"name": 1}', 5)
    RETURNING "id"`.execute(db)
  await node.work([job])
  assert.match((await waitForState(db, rows[0]!.id, 'failed')).error!, /Unusable payload/)
})

test('progress can be read while the job runs', async () => {
  let proceed = () => {}
  const job = namedJob('progressing', async (_ctx, { progress }) => {
    progress(42)
    await new Promise<void>((done) => (proceed = done))
  })
  await node.work([job])
  const id = await node.ctx.jobs.add(db, job, { name: 'p' })
  for (const end = Date.now() + 5000; (await findJob(db, id))?.progress !== 42; await sleep(20)) {
    assert.ok(Date.now() < end, 'progress written')
  }
  proceed()
  assert.equal((await waitForState(db, id, 'completed')).progress, 100)
})

test('paused queues start nothing on any node, also after a restart; resumed ones go on', async () => {
  let runs = 0
  const job = namedJob('pausable', async () => void runs++)
  await pauseQueues(db)
  assert.equal(await areQueuesPaused(db), true)
  await node.work([job])
  const second = await startNode()
  await second.work([job])
  const id = await node.ctx.jobs.add(db, job, { name: 'p' })
  await sleep(150)
  assert.equal(runs, 0)
  assert.equal((await findJob(db, id))?.state, 'waiting')
  await resumeQueues(db)
  assert.equal(await areQueuesPaused(db), false)
  await waitForState(db, id, 'completed')
  assert.equal(runs, 1)
})

test('a stopping node gives its jobs back within 3 s, also one that does not listen, and charges no attempt', async () => {
  const attempts: number[] = []
  const obeys = namedJob('obeys', async (_ctx, { signal, attempt }) => {
    attempts.push(attempt)
    if (attempts.length === 1) await untilAborted(signal)
  })
  let release = () => {}
  const deaf = namedJob('deaf', () => new Promise<void>((done) => (release = done)))
  const worker = await node.work([obeys, deaf])
  const obeying = await node.ctx.jobs.add(db, obeys, { name: 'o' })
  const hanging = await node.ctx.jobs.add(db, deaf, { name: 'd' })
  await waitForState(db, obeying, 'active')
  await waitForState(db, hanging, 'active')
  assert.deepEqual(worker.running().sort(), [obeying, hanging].sort())
  const started = performance.now()
  await worker.stop()
  assert.ok(performance.now() - started < 3000)
  assert.equal((await findJob(db, obeying))?.state, 'waiting')
  assert.equal((await findJob(db, hanging))?.state, 'waiting')
  release()
  const next = await startNode()
  await next.work([obeys])
  await waitForState(db, obeying, 'completed')
  assert.deepEqual(attempts, [1, 1])
})

test('a job whose lease was not renewed goes to another node; the first one stops working on it', async () => {
  let aborted = false
  const job = namedJob('leased', async (ctx, { signal }) => {
    if (ctx !== node.ctx) return
    await untilAborted(signal).finally(() => (aborted = true))
  })
  await node.work([job], { timing: { lease: 100, heartbeat: 1500 } })
  const id = await node.ctx.jobs.add(db, job, { name: 'l' })
  await waitForState(db, id, 'active')
  const second = await startNode()
  await sleep(150)
  await second.work([job], { timing: { poll: 50 } })
  await waitForState(db, id, 'completed')
  await waitUntil(() => aborted, 'the first one aborted')
  await sleep(50)
  assert.equal((await findJob(db, id))?.state, 'completed')
})
