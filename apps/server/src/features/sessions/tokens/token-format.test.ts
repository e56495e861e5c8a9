import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateToken, hashToken, storedForms } from './token-format.ts'

test('tokens are 40 hex characters and never the same', () => {
  const token = generateToken()
  assert.match(token, /^[0-9a-f]{40}$/)
  assert.notEqual(generateToken(), token)
})

test('a token is looked up by its hash and as it is, for databases of other servers', () => {
  const token = 'ab'.repeat(20)
  assert.match(hashToken(token), /^sha256:[0-9a-f]{64}$/)
  assert.deepEqual(storedForms(token), [hashToken(token), token])
})

test('what is stored is not accepted as a token', () => {
  assert.equal(storedForms(hashToken('ab'.repeat(20))), undefined)
  assert.equal(storedForms(hashToken('ab'.repeat(20)).slice('sha256:'.length)), undefined)
  assert.equal(storedForms(''), undefined)
  assert.equal(storedForms('zz'.repeat(20)), undefined)
})
