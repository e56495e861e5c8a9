import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { LargeTotals } from './large-totals.ts'

const never = () => new Promise<never>(() => {})

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await check()) return
    await sleep(10)
  }
  assert.fail('never seen')
}

test('the first asker gets an estimate without waiting for the count, later ones what was counted', async () => {
  const totals = new LargeTotals()
  let finish = (_total: number) => {}
  const count = () => new Promise<number>((resolve) => (finish = resolve))
  const ask = () => totals.get('a', async () => 990, count)
  assert.equal(await ask(), 990)
  assert.equal(await ask(), 990, 'while it is counted')
  await sleep(5)
  finish(1003)
  await eventually(async () => (await ask()) === 1003)
})

test('what cannot be estimated is counted at once, for all who ask at the same time', async () => {
  const totals = new LargeTotals()
  let counted = 0
  const ask = () =>
    totals.get(
      'a',
      async () => undefined,
      async () => ++counted && 12,
    )
  assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [12, 12, 12])
  assert.equal(await ask(), 12)
  assert.equal(counted, 1)
})

test('one count runs at a time, and the next waits for nine times as long as it took', async () => {
  const totals = new LargeTotals()
  const log: string[] = []
  const count = (key: string) => async () => {
    log.push(`${key} begins`)
    await sleep(30)
    log.push(`${key} ends`)
    return 7
  }
  const ask = (key: string) => totals.get(key, async () => 5, count(key))
  await Promise.all(['a', 'b'].map(ask))
  await eventually(async () => (await ask('a')) === 7)
  assert.equal(await ask('b'), 5)
  await eventually(async () => (await ask('b')) === 7)
  assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends'])
})

test('a count that fails leaves the estimate and is tried again; a failing estimate fails its askers only', async () => {
  const totals = new LargeTotals()
  let tries = 0
  const count = async () => {
    if (++tries === 1) throw new Error('broken off')
    return 8
  }
  const ask = () => totals.get('a', async () => 5, count)
  assert.equal(await ask(), 5)
  await eventually(async () => (await ask()) === 8)
  await assert.rejects(
    totals.get('b', () => Promise.reject(new Error('no database')), never),
    /no database/,
  )
  assert.equal(await totals.get('b', async () => 4, never), 4)
})
