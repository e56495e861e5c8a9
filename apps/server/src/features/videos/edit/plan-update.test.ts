import assert from 'node:assert/strict'
import { test } from 'node:test'
import { becomesListed, planPublishedAt, toColumns } from './plan-update.ts'

const now = new Date('2026-01-01T00:00:00Z')
const later = new Date('2026-02-01T00:00:00Z')
const facts = { fromPrivacy: 1, toPrivacy: 1, schedule: undefined, hadSchedule: false, now }

test('when a video counts as published (spec 03 §4)', () => {
  assert.equal(planPublishedAt(facts), undefined)
  assert.equal(planPublishedAt({ ...facts, fromPrivacy: 3, toPrivacy: 1 }), now)
  assert.equal(planPublishedAt({ ...facts, fromPrivacy: 3, toPrivacy: 2 }), now)
  assert.equal(planPublishedAt({ ...facts, fromPrivacy: 2, toPrivacy: 1 }), undefined)
  assert.equal(planPublishedAt({ ...facts, fromPrivacy: 3, toPrivacy: 3, schedule: { updateAt: later } }), later)
  assert.equal(planPublishedAt({ ...facts, schedule: null, hadSchedule: true }), now)
  assert.equal(planPublishedAt({ ...facts, schedule: null }), undefined)
})

test('subscribers hear of what leaves "private" for a list', () => {
  assert.equal(becomesListed(3, 1), true)
  assert.equal(becomesListed(3, 4), true)
  assert.equal(becomesListed(3, 2), false)
  assert.equal(becomesListed(2, 1), false)
})

test('columns: absent stays, null clears, the older comments switch gives way', () => {
  assert.deepEqual(toColumns({}), {})
  assert.deepEqual(toColumns({ category: null, name: 'x' }), { category: null, name: 'x' })
  assert.deepEqual(toColumns({ commentsEnabled: false }), { commentsPolicy: 2 })
  assert.deepEqual(toColumns({ commentsEnabled: false, commentsPolicy: 3 }), { commentsPolicy: 3 })
  assert.deepEqual(toColumns({ nsfw: false, nsfwFlags: 2 }), { nsfw: false, nsfwFlags: 0, nsfwSummary: null })
  assert.deepEqual(toColumns({ nsfw: true, nsfwFlags: null }), { nsfw: true, nsfwFlags: 0 })
})
