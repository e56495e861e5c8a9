import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generatePronounceablePassword } from './pronounceable-password.ts'

test('20 letters, consonants and vowels in turn, different each time', () => {
  const password = generatePronounceablePassword()
  assert.match(password, /^([bcdfghjkmnprstvwxz][aeiouy]){10}$/)
  assert.notEqual(generatePronounceablePassword(), password)
})
