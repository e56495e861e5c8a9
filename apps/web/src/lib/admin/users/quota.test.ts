import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toAmount, toBytes } from './quota.ts'

test('a size is said in the unit that makes it short, and comes back as it was', () => {
  assert.deepEqual(toAmount(5e9), { amount: 5, unit: 'GB' })
  assert.deepEqual(toAmount(5 * 2 ** 30), { amount: 5, unit: 'GiB' })
  assert.deepEqual(toAmount(250e6), { amount: 250, unit: 'MB' })
  assert.deepEqual(toAmount(0), { amount: 0, unit: 'MB' })
  for (const bytes of [0, 1, 4096, 123_456_789, 2e12, 3 * 2 ** 40, 5_368_709_121]) {
    const { amount, unit } = toAmount(bytes)
    assert.equal(toBytes(amount, unit), bytes)
  }
})

test('what is no size is not a number', () => {
  assert.deepEqual([toBytes(null, 'GB'), toBytes(-1, 'GB'), toBytes(Infinity, 'GB')], [NaN, NaN, NaN])
})
