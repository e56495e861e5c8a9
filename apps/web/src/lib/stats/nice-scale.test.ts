import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linePath, niceTicks, niceTimeTop } from './nice-scale.ts'

test('scales end at round numbers that hold everything', () => {
  assert.deepEqual(niceTicks(83), [0, 50, 100])
  assert.deepEqual(niceTicks(100), [0, 50, 100])
  assert.deepEqual(niceTicks(1), [0, 1])
  assert.deepEqual(niceTicks(0), [0, 1])
  assert.deepEqual(niceTicks(0.3, false), [0, 0.25, 0.5])
  assert.deepEqual(niceTicks(210), [0, 125, 250])
})

test('a line goes from one side to the other, 0 below', () => {
  assert.equal(linePath([0, 5, 10], 10, 100, 50), 'M0 50L50 25L100 0')
  assert.equal(linePath([5], 10, 100, 50), 'M0 25L100 25')
})

test('times end at round minutes or hours', () => {
  assert.equal(niceTimeTop(40), 50)
  assert.equal(niceTimeTop(380), 600)
  assert.equal(niceTimeTop(9000), 10_800)
})
