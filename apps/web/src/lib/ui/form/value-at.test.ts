import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameValue, valueAt } from './value-at.ts'

test('a path leads to a value, or nowhere', () => {
  const values = { name: 'a', signup: { limit: 3, ages: [16] } }
  assert.equal(valueAt(values, 'name'), 'a')
  assert.equal(valueAt(values, 'signup.limit'), 3)
  assert.deepEqual(valueAt(values, 'signup.ages'), [16])
  assert.equal(valueAt(values, 'signup.missing.more'), undefined)
  assert.equal(valueAt({ name: null }, 'name.more'), undefined)
})

test('plain data is compared by content', () => {
  assert.ok(sameValue({ a: 1, b: ['x'] }, { b: ['x'], a: 1 }))
  assert.ok(sameValue({ a: undefined }, {}))
  assert.ok(!sameValue(['x', 'y'], ['y', 'x']))
  assert.ok(!sameValue({ a: 1 }, { a: '1' }))
  assert.ok(!sameValue([], {}))
  assert.ok(!sameValue(null, {}))
})
