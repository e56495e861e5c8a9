import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstWrong, stepOf } from './sign-up-steps.ts'

const wrongAt =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name) ? 'no' : undefined

test('the address names the step, but none before it is left out', () => {
  assert.equal(stepOf(null, wrongAt('agreed')), 'terms')
  assert.equal(stepOf('channel', wrongAt('agreed', 'username')), 'terms')
  assert.equal(stepOf('channel', wrongAt('username')), 'account')
  assert.equal(stepOf('terms', wrongAt('username')), 'terms')
  assert.equal(stepOf('account', wrongAt('channel.name')), 'account')
  assert.equal(stepOf('channel', wrongAt()), 'channel')
  // What is filled in there does not lead on by itself.
  assert.equal(stepOf(null, wrongAt('username')), 'terms')
  assert.equal(stepOf('nothing', wrongAt()), 'terms')
})

test('a refusal leads to the step of its field', () => {
  assert.equal(firstWrong(wrongAt('username', 'channel.name')), 'account')
  assert.equal(firstWrong(wrongAt('channel.name')), 'channel')
  assert.equal(firstWrong(wrongAt()), undefined)
})
