import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planTimeserie, presentPerBucket } from './timeserie-plan.ts'

const end = new Date('2026-05-17T13:45:30.500Z')
const before = (ms: number) => new Date(end.getTime() - ms)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('the interval grows with the span, and the start is floored to its unit', () => {
  const cases: [number, string, string][] = [
    [0, '1 minute', '2026-05-17T13:45:00.000Z'],
    [180 * minute - 1, '1 minute', '2026-05-17T10:45:00.000Z'],
    [180 * minute, '10 minutes', '2026-05-17T10:45:00.000Z'],
    [15 * hour, '1 hour', '2026-05-16T22:00:00.000Z'],
    [4 * day, '6 hours', '2026-05-13T13:00:00.000Z'],
    [8 * day, '12 hours', '2026-05-09T13:00:00.000Z'],
    [15 * day, '1 day', '2026-05-02T00:00:00.000Z'],
    [62 * day, '2 days', '2026-03-16T00:00:00.000Z'],
    [186 * day, '7 days', '2025-11-12T00:00:00.000Z'],
    [2 * 365 * day, '1 month', '2024-05-01T00:00:00.000Z'],
    [6 * 365 * day, '6 months', '2020-05-01T00:00:00.000Z'],
  ]
  for (const [span, interval, start] of cases) {
    const plan = planTimeserie(before(span), end)
    assert.deepEqual([plan.interval, plan.start.toISOString()], [interval, start], interval)
    assert.equal(plan.end, end)
  }
})

test('who leaves in a bucket was present in it; who came before the first stays', () => {
  assert.deepEqual(presentPerBucket([0, 2, 0, 1], [0, 1, 1, 1]), [2, 1, 1])
  assert.deepEqual(presentPerBucket([3, 0, 0], [0, 1, 2]), [3, 2])
  assert.deepEqual(presentPerBucket([0], [0]), [])
})
