import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock, parseTime, shareTime } from './time.ts'

test('seconds as a clock shows them', () => {
  assert.equal(clock(5), '0:05')
  assert.equal(clock(245.9), '4:05')
  assert.equal(clock(3723), '1:02:03')
})

test('times of an address (spec 09 §6)', () => {
  assert.equal(parseTime('90'), 90)
  assert.equal(parseTime('1m30s'), 90)
  assert.equal(parseTime('1h2m3s'), 3723)
  assert.equal(parseTime('1:02:03'), 3723)
  assert.equal(parseTime('soon'), undefined)
  assert.equal(parseTime(null), undefined)
})

test('share links leave zero parts out', () => {
  assert.equal(shareTime(3600), '1h')
  assert.equal(shareTime(63), '1m3s')
  assert.equal(shareTime(0), '0s')
  for (const seconds of [1, 59, 60, 3599, 3601, 7325]) assert.equal(parseTime(shareTime(seconds)), seconds)
})
