import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMentions } from './mentions.ts'

const host = 'video.example:9000'
const local = (text: string) => findMentions(text, { host, localAuthor: true })
const remote = (text: string) => findMentions(text, { host, localAuthor: false })

test('local authors mention by name or handle', () => {
  assert.deepEqual(local('@alice hello'), ['alice'])
  assert.deepEqual(local('hello @alice'), ['alice'])
  assert.deepEqual(local('see @alice and @bob.b-c_d@video.example:9000 or @ALICE'), ['alice', 'bob.b-c_d', 'ALICE'])
  assert.deepEqual(local('@alice @alice\n@alice'), ['alice'])
  assert.deepEqual(local('@élodie1 !'), ['élodie1'])
})

test('what is no mention', () => {
  for (const text of [
    'mail@alice',
    '(@alice)',
    '@alice, hello',
    '@',
    '@@alice',
    '@alice@elsewhere.example hello',
    'no',
  ]) {
    assert.deepEqual(local(text), [], text)
  }
})

test('authors of other servers name this one', () => {
  assert.deepEqual(remote('@alice hi @bob@video.example:9000 and @carol@VIDEO.example:9000'), ['bob', 'carol'])
  assert.deepEqual(remote('@bob@videoxexample:9000 hi'), [])
})
