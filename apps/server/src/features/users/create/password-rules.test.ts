import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPasswordFault } from './password-rules.ts'

test('lengths are bounded in characters and in bytes', () => {
  assert.equal(findPasswordFault('12345678', 8), undefined)
  assert.match(findPasswordFault('1234567', 8)!, /at least 8/)
  assert.equal(findPasswordFault('x'.repeat(50), 8), undefined)
  assert.match(findPasswordFault('x'.repeat(51), 8)!, /50 characters/)
  assert.match(findPasswordFault('é'.repeat(37), 8)!, /72 bytes/)
})
