import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupByDate } from './group-by-date.ts'

const now = Date.parse('2026-03-31T12:00:00Z')
const daysAgo = (days: number) => ({ publishedAt: new Date(now - days * 24 * 3600 * 1000).toISOString() })

test('each video is in the shortest time that holds it, in the order of the list', () => {
  const videos = [0.1, 0.9, 1, 3, 29.9, 30, 800].map(daysAgo)
  const groups = groupByDate(videos, now)
  assert.deepEqual(
    groups.map(({ label, videos }) => [label, videos.length]),
    [
      ['group.day', 2],
      ['group.week', 2],
      ['group.before', 3],
    ],
  )
  assert.deepEqual(
    groups.flatMap(({ videos }) => videos),
    videos,
  )
})

test('what is about to be published is among the newest; a time without videos is left out', () => {
  assert.deepEqual(
    groupByDate([daysAgo(-1), daysAgo(40)], now).map(({ label }) => label),
    ['group.day', 'group.before'],
  )
})

test('old videos alone are no group', () => {
  assert.deepEqual(groupByDate([daysAgo(40)], now), [{ videos: [daysAgo(40)] }])
  assert.deepEqual(groupByDate([], now), [])
})
