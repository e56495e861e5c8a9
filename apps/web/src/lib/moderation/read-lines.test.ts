import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLines, readTargets } from './read-lines.ts'

test('words keep their blanks, once each', () => {
  assert.deepEqual(readLines(' bad word \n\nworse\r\nbad word'), ['bad word', 'worse'])
})

test('targets are read as they are written elsewhere', () => {
  assert.deepEqual(readTargets('@ada@example.org, https://example.net/\nexample.com'), [
    'ada@example.org',
    'example.net',
    'example.com',
  ])
})
