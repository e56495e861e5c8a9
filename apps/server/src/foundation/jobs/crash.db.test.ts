import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createTestDatabase } from '../db/test-database.ts'
import { namedJob, startTestNode, waitForState } from './test-node.ts'

const database = await createTestDatabase()
const node = await startTestNode(database.connection)
after(async () => {
  await node.close()
  await database.close()
})
const { db } = node

/** A server process that takes a job of that type and is killed in the middle of it. */
async function crashDuring(type: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module-typescript',
      '--eval',
      `import { namedJob, startTestNode } from ${JSON.stringify(join(import.meta.dirname, 'test-node.ts'))}
     const node = await startTestNode(${JSON.stringify(database.connection)})
     await node.work([namedJob(${JSON.stringify(type)}, () => {
       console.log('working')
       return new Promise(() => {})
     })])`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function row(id: number) {
  return db.selectFrom('sepiola.job').select(['attempts', 'crashes']).where('id', '=', id).executeTakeFirstOrThrow()
}

test('the jobs of a killed server are taken up by the next one at once, even with a single attempt', async () => {
  const attempts: number[] = []
  const job = namedJob('transcode', async (_ctx, { attempt }) => void attempts.push(attempt))
  const id = await node.ctx.jobs.add(db, job, { name: 't' })
  await crashDuring('transcode')
  assert.equal((await waitForState(db, id, 'active')).state, 'active')
  const started = performance.now()
  const worker = await node.work([job])
  await waitForState(db, id, 'completed')
  assert.ok(performance.now() - started < 3000, 'long before the lease ends')
  assert.deepEqual(attempts, [1])
  assert.deepEqual(await row(id), { attempts: 1, crashes: 1 })
  await worker.stop()
})

test('a crash counts as an attempt when more than one is allowed', async () => {
  const attempts: number[] = []
  const job = namedJob('retryable', async (_ctx, { attempt }) => void attempts.push(attempt), { attempts: 3 })
  const id = await node.ctx.jobs.add(db, job, { name: 'r' })
  await crashDuring('retryable')
  const worker = await node.work([job])
  await waitForState(db, id, 'completed')
  assert.deepEqual(attempts, [2])
  await worker.stop()
})

test('a job that takes its server down again and again fails in the end', async () => {
  const told: string[] = []
  const job = namedJob('poison', async () => assert.fail('must not run'), {
    failed: async (_ctx, { error }) => void told.push(error),
  })
  const id = await node.ctx.jobs.add(db, job, { name: 'p' })
  for (let crash = 0; crash < 4; crash++) await crashDuring('poison')
  const worker = await node.work([job])
  const { error } = await waitForState(db, id, 'failed')
  assert.match(error!, /ended 4 times during this job/)
  await worker.stop()
  assert.deepEqual(told, [error])
})
