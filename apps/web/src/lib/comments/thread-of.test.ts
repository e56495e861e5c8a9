import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threadOf } from './thread-of.ts'

test('the thread of an address', () => {
  const of = (path: string) => threadOf(new URL(path, 'https://a.test'))
  assert.equal(of('/w/abc;threadId=12'), 12)
  assert.equal(of('/w/abc?threadId=12'), 12)
  assert.equal(of('/videos/watch/abc/comments/7'), 7)
  assert.equal(of('/w/abc'), 0)
  assert.equal(of('/w/abc?threadId=x'), 0)
})
