import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveBody, moveItem } from './playlist-order.ts'

test('an item moves down, up and nowhere', () => {
  assert.deepEqual(moveItem(['a', 'b', 'c', 'd'], 0, 2), ['b', 'c', 'a', 'd'])
  assert.deepEqual(moveItem(['a', 'b', 'c', 'd'], 3, 0), ['d', 'a', 'b', 'c'])
  assert.deepEqual(moveItem(['a', 'b'], 1, 1), ['a', 'b'])
})

test('the server is told the position after which it goes, as numbered before', () => {
  assert.deepEqual(moveBody(0, 2), { startPosition: 1, insertAfterPosition: 3 })
  assert.deepEqual(moveBody(3, 0), { startPosition: 4, insertAfterPosition: 0 })
  assert.deepEqual(moveBody(2, 1), { startPosition: 3, insertAfterPosition: 1 })
})
