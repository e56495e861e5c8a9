import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ChangingCache } from './changing-cache.ts'

function counted(delay = 0) {
  let calls = 0
  return async () => {
    calls++
    const mine = `value ${calls}`
    if (delay > 0) await sleep(delay)
    return mine
  }
}

const sizeOf = (value: string) => value.length
const cache = (maxSize = 10_000) => new ChangingCache<string>({ maxSize, sizeOf })
const keepingSlow = (keepsSlow = () => true) => new ChangingCache<string>({ maxSize: 10_000, sizeOf, keepsSlow })

test('a value is computed once, for all who ask at the same time and afterwards', async () => {
  const answers = cache()
  const compute = counted(5)
  const together = await Promise.all([1, 2, 3].map(async () => answers.get('a', 1000, compute)))
  assert.deepEqual(together, ['value 1', 'value 1', 'value 1'])
  assert.equal(await answers.get('a', 1000, compute), 'value 1')
  assert.equal(await answers.get('b', 1000, compute), 'value 2')
})

test('it counts until its time is over or the data changed', async () => {
  const answers = cache()
  const compute = counted()
  await answers.get('a', 20, compute)
  await sleep(30)
  assert.equal(await answers.get('a', 1000, compute), 'value 2')
  answers.changed()
  assert.equal(await answers.get('a', 1000, compute), 'value 3')
})

test('a change while it is computed: the asker gets it, the next one a new one', async () => {
  const answers = cache()
  const compute = counted(10)
  const first = answers.get('a', 1000, compute)
  answers.changed()
  const second = answers.get('a', 1000, compute)
  assert.equal(await first, 'value 1')
  assert.equal(await second, 'value 2')
  assert.equal(await answers.get('a', 1000, compute), 'value 2')
})

test('what took long is kept through changes for a while', async () => {
  const answers = keepingSlow()
  const compute = counted(120)
  await answers.get('a', 60_000, compute)
  answers.changed()
  assert.equal(await answers.get('a', 60_000, compute), 'value 1')
})

test('elsewhere, or for other values, a change counts, however long one took', async () => {
  const answers = keepingSlow(() => false)
  const compute = counted(120)
  await answers.get('a', 60_000, compute)
  answers.changed()
  assert.equal(await answers.get('a', 60_000, compute), 'value 2')
})

test('what took long is answered while it is computed anew, and then the new one', async () => {
  const answers = keepingSlow()
  const compute = counted(110)
  await answers.get('a', 1, compute)
  await sleep(1200)
  answers.changed()
  assert.equal(await answers.get('a', 1, compute), 'value 1')
  assert.equal(await answers.get('a', 1, compute), 'value 1', 'computed once')
  await sleep(200)
  assert.equal(await answers.get('a', 1, compute), 'value 2')
})

test('when it cannot be computed anew, the old value stays', async () => {
  const answers = keepingSlow()
  await answers.get('a', 1, counted(110))
  await sleep(1200)
  const fail = () => Promise.reject(new Error('no'))
  assert.equal(await answers.get('a', 1, fail), 'value 1')
  await sleep(5)
  assert.equal(await answers.get('a', 1, fail), 'value 1')
})

test('a failure is not kept', async () => {
  const answers = cache()
  await assert.rejects(async () => answers.get('a', 1000, () => Promise.reject(new Error('no'))), /no/)
  assert.equal(await answers.get('a', 1000, counted()), 'value 1')
})
