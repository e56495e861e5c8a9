import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, emptyDraft, nameFromFile, problemsOf, scheduled, tagsOf, toLocalTime, type Draft } from './draft.ts'

const draft: Draft = { ...emptyDraft, name: 'Tide pools', channelId: 1 }

test('a title out of a file name', () => {
  assert.equal(nameFromFile('holiday_2024-final.mp4'), 'holiday 2024 final')
  assert.equal(nameFromFile('a.mov'), 'a video')
  assert.equal(nameFromFile(`${'x'.repeat(300)}.mp4`).length, 120)
})

test('tags are trimmed, without sign and without repetition', () => {
  assert.deepEqual(tagsOf(' sea, #night,sea,, '), ['sea', 'night'])
})

test('limits are told by field', () => {
  assert.deepEqual([...problemsOf({ ...draft, name: ' a ', tags: 'x' })], ['name', 'tags'])
  assert.deepEqual([...problemsOf({ ...draft, support: 'x' })], ['support'])
  assert.deepEqual([...problemsOf({ ...draft, privacy: 5 })], ['password'])
  assert.equal(problemsOf({ ...draft, privacy: 5 }, true).size, 0)
  assert.equal(problemsOf(draft).size, 0)
})

test('a moment of publication lies ahead', () => {
  const later = { ...draft, privacy: scheduled, publishAt: '2030-01-31T18:00' }
  assert.equal(problemsOf(later, false, new Date('2030-01-31T17:00').getTime()).size, 0)
  assert.deepEqual([...problemsOf(later, false, new Date('2030-01-31T19:00').getTime())], ['publishAt'])
  assert.deepEqual([...problemsOf({ ...later, publishAt: '' })], ['publishAt'])
})

test('only what changed is sent; an empty description is null', () => {
  assert.deepEqual(changesOf(draft, draft), {})
  assert.deepEqual(changesOf({ ...draft, privacy: 2, tags: 'sea' }, draft), { privacy: 2, tags: ['sea'] })
  assert.deepEqual(changesOf(draft, { ...draft, description: 'old' }), { description: null })
  assert.deepEqual(changesOf({ ...draft, privacy: 5, password: 'open' }, draft), {
    privacy: 5,
    videoPasswords: ['open'],
  })
})

test('a schedule makes the video private until then, is moved, and is taken back', () => {
  const later = { ...draft, privacy: scheduled, publishAt: '2030-01-31T18:00', publishAs: 2 }
  const updateAt = new Date('2030-01-31T18:00').toISOString()
  assert.deepEqual(changesOf(later, draft), { privacy: 3, scheduleUpdate: { updateAt, privacy: 2 } })
  assert.deepEqual(changesOf(later, later), {})
  assert.deepEqual(changesOf({ ...later, publishAs: 1 }, later), { scheduleUpdate: { updateAt, privacy: 1 } })
  assert.deepEqual(changesOf(draft, later), { privacy: 1, scheduleUpdate: null })
  assert.equal(toLocalTime(updateAt), '2030-01-31T18:00')
})
