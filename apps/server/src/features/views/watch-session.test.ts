import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWatched, countsAsView, watchTime, type WatchSection } from './watch-session.ts'

const watch = (...reports: [time: number, seek?: 'seek'][]) =>
  reports.reduce<WatchSection[]>((sections, [time, seek]) => addWatched(sections, time, seek !== undefined), [])

test('playing on makes a section longer, a jump or a step back opens another', () => {
  assert.deepEqual(watch([3]), [[3, 3]])
  assert.deepEqual(watch([3], [8], [12]), [[3, 12]])
  assert.deepEqual(watch([3], [8], [40, 'seek'], [45]), [
    [3, 8],
    [40, 45],
  ])
  assert.deepEqual(watch([10], [15], [2]), [
    [10, 15],
    [2, 2],
  ])
  assert.equal(watchTime(watch([3], [8], [40, 'seek'], [45])), 10)
})

test('no more than a hundred sections are recorded', () => {
  const reports = Array.from({ length: 130 }, (_, i): [number, 'seek'] => [i, 'seek'])
  assert.equal(watch(...reports).length, 100)
})

const rules = { countAfter: 10, expiration: 3_600_000 }
const now = new Date('2026-01-01T12:00:00Z')
const session = (seconds: number, countedAt: Date | null = null) => ({
  sections: [[0, seconds] as WatchSection],
  countedAt,
})
const long = { duration: 60, isLive: false }

test('a view counts from the tenth second on, once an hour', () => {
  assert.equal(countsAsView(session(9), long, rules, now), false)
  assert.equal(countsAsView(session(10), long, rules, now), true)
  assert.equal(countsAsView(session(50, new Date('2026-01-01T11:30:00Z')), long, rules, now), false)
  assert.equal(countsAsView(session(50, new Date('2026-01-01T11:00:00Z')), long, rules, now), true)
})

test('of a short video more than half is a view; a live has no length', () => {
  const short = { duration: 6, isLive: false }
  assert.equal(countsAsView(session(3), short, rules, now), false)
  assert.equal(countsAsView(session(4), short, rules, now), true)
  assert.equal(countsAsView(session(4), { duration: 0, isLive: true }, rules, now), false)
})
