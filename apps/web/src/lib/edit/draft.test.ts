import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, nameFromFile, problemsOf, tagsOf, type Draft } from './draft.ts'

const draft: Draft = {
  name: 'Tide pools',
  description: '',
  privacy: 1,
  tags: '',
  category: null,
  licence: null,
  language: null,
  downloadEnabled: true,
  nsfw: false,
  password: '',
  channelId: 1,
}

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
  assert.deepEqual([...problemsOf({ ...draft, privacy: 5 })], ['password'])
  assert.equal(problemsOf({ ...draft, privacy: 5 }, true).size, 0)
  assert.equal(problemsOf(draft).size, 0)
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
