import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Context } from '../context.ts'
import type { JobDefinition } from './define-job.ts'
import { runJob } from './run-job.ts'
import { namedJob, untilAborted } from './test-node.ts'

const ctx = { log: pino({ level: 'silent' }), settings: { current: {} } } as unknown as Context

function start(run: JobDefinition<{ name: string }>['run'], save: (percent: number) => void = () => {}, attempts = 1) {
  const job = { id: 1, type: 'test', payload: { name: 'a' }, attempts, maxAttempts: 2 }
  return runJob(ctx, namedJob('test', run), job, async (percent) => save(percent))
}

test('progress is rounded, kept within 0 and 100 and written at most once a second', async () => {
  const saved: number[] = []
  const { done } = start(
    async (_ctx, { progress }) => {
      for (let percent = -5; percent < 40; percent += 0.3) progress(percent)
      await sleep(100)
      for (let percent = 40; percent < 140; percent++) progress(percent)
      await sleep(1100)
    },
    (percent) => saved.push(percent),
  )
  assert.deepEqual(await done, { kind: 'completed' })
  assert.deepEqual(saved, [40, 100])
})

test('an error is tried again while attempts are left, and tells its cause', async () => {
  const fails = async () => Promise.reject(new Error('outer', { cause: new Error('inner') }))
  const failed = { kind: 'failed', error: 'outer: inner', cancelled: false }
  const { stack, ...outcome } = (await start(fails).done) as { stack: string }
  assert.deepEqual(outcome, { ...failed, retry: true })
  assert.match(stack, /^Error: outer\n    at [^]*\nCaused by: Error: inner\n    at /)
  const last = await start(fails, undefined, 2).done
  assert.deepEqual({ ...last, stack: undefined }, { ...failed, retry: false, stack: undefined })
})

test('the end of an aborted job depends on who aborted it', async () => {
  const waits: JobDefinition<{ name: string }>['run'] = (_ctx, { signal }) => untilAborted(signal)
  const abortedBy = async (...kinds: Parameters<ReturnType<typeof start>['abort']>[0][]) => {
    const run = start(waits)
    for (const kind of kinds) run.abort(kind)
    return run.done
  }
  assert.deepEqual(await abortedBy('stopping'), { kind: 'returned' })
  assert.deepEqual(await abortedBy('lost'), { kind: 'lost' })
  const cancelled = { kind: 'failed', error: 'The job was cancelled', retry: false, cancelled: true }
  assert.deepEqual(await abortedBy('cancelled'), cancelled)
  assert.deepEqual(await abortedBy('cancelled', 'stopping'), cancelled)
  assert.deepEqual(await abortedBy('timeout'), {
    kind: 'failed',
    error: 'The job took too long',
    stack: undefined,
    retry: true,
    cancelled: false,
  })
  assert.deepEqual(await abortedBy('timeout', 'stopping'), { kind: 'returned' })
})

test('a job that ends well after an abort is completed', async () => {
  const run = start(async () => {
    await sleep(20)
  })
  run.abort('cancelled')
  assert.deepEqual(await run.done, { kind: 'completed' })
})
