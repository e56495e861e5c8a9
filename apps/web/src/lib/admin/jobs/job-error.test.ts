import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJobError } from './job-error.ts'

test('a failure in any form is a line and the rest', () => {
  assert.equal(readJobError(null), undefined)
  assert.deepEqual(readJobError('no space left'), { message: 'no space left', rest: '' })
  assert.deepEqual(readJobError({ message: 'Error: broken\n    at a.ts:1\n    at b.ts:2' }), {
    message: 'Error: broken',
    rest: '    at a.ts:1\n    at b.ts:2',
  })
  assert.deepEqual(readJobError({ message: 'broken', stack: 'Error: broken\n    at a.ts:1' }), {
    message: 'broken',
    rest: '    at a.ts:1',
  })
  assert.deepEqual(readJobError({ message: 'broken', stack: 'at a.ts:1' }), { message: 'broken', rest: 'at a.ts:1' })
  assert.deepEqual(readJobError({ code: 5 }), { message: '{', rest: '  "code": 5\n}' })
})
