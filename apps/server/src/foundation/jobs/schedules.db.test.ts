import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestDatabase } from '../db/test-database.ts'
import type { Schedule } from '../feature.ts'
import { startSchedules } from './schedules.ts'
import { startTestNode, untilAborted, waitUntil } from './test-node.ts'

const database = await createTestDatabase()
const first = await startTestNode(database.connection)
const second = await startTestNode(database.connection)
after(async () => {
  await first.close()
  await second.close()
  await database.close()
})
const { connection } = database

function start(node: typeof first, schedules: Schedule[]) {
  return startSchedules({ ctx: node.ctx, connection, schedules, retryEvery: 20 })
}

test('only one node runs the schedules; another one takes over when it stops', async () => {
  const runs: string[] = []
  const ticking = (name: string): Schedule => ({ name: 'tick', every: () => 20, run: async () => void runs.push(name) })
  const one = start(first, [ticking('one')])
  await waitUntil(() => runs.length >= 3, 'the first runs')
  const two = start(second, [ticking('two')])
  await sleep(100)
  assert.ok(!runs.includes('two'))
  await one.stop()
  await waitUntil(() => runs.includes('two'), 'the second runs')
  assert.ok(runs.indexOf('two') > runs.lastIndexOf('one'))
  await two.stop()
  const count = runs.length
  await sleep(60)
  assert.equal(runs.length, count)
})

test('a restart does not repeat what was done a moment ago', async () => {
  let runs = 0
  const daily: Schedule = { name: 'daily', every: () => 86_400_000, run: async () => void runs++ }
  for (let restart = 0; restart < 3; restart++) {
    const running = start(first, [daily])
    await waitUntil(() => runs === 1, 'ran')
    await sleep(60)
    await running.stop()
  }
  assert.equal(runs, 1)
})

test('a failing task is tried again at its next turn and disturbs no other; stopping aborts a running one', async () => {
  let failures = 0
  let others = 0
  let aborted = false
  const running = start(first, [
    {
      name: 'fails',
      every: () => 20,
      run: async () => {
        failures++
        throw new Error('no')
      },
    },
    { name: 'works', every: () => 20, run: async () => void others++ },
    {
      name: 'hangs',
      every: () => 20,
      run: async (_ctx, signal) => untilAborted(signal).finally(() => (aborted = true)),
    },
    { name: 'never', every: () => Infinity, run: async () => assert.fail('is off') },
  ])
  await waitUntil(() => failures >= 2 && others >= 3, 'both run')
  await running.stop()
  assert.equal(aborted, true)
})
