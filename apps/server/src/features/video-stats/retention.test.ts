import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retentionStep, toRetention } from './retention.ts'

test('a point every second up to 150 s, about a hundred points beyond', () => {
  assert.deepEqual([0, 60, 149, 150, 3600].map(retentionStep), [1, 1, 1, 2, 36])
  assert.equal(toRetention(60, { viewers: 0, changes: [] }).length, 61)
  assert.equal(toRetention(3600, { viewers: 0, changes: [] }).length, 101)
})

test('the share of all viewers at each point', () => {
  const changes = [
    { index: 0, change: 3 },
    { index: 1, change: -1 },
    { index: 3, change: -2 },
  ]
  assert.deepEqual(toRetention(3, { viewers: 4, changes }), [
    { second: 0, retentionPercent: 75 },
    { second: 1, retentionPercent: 50 },
    { second: 2, retentionPercent: 50 },
    { second: 3, retentionPercent: 0 },
  ])
})
