import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datesOf, momentFormat, readPeriod } from './periods.ts'

test('a period is what the address says, or everything', () => {
  assert.equal(readPeriod('30'), 30)
  assert.equal(readPeriod('31'), 0)
  assert.equal(readPeriod(null), 0)
})

test('a period ends now', () => {
  assert.deepEqual(datesOf(7, Date.parse('2026-01-08T00:00:00Z')), {
    startDate: '2026-01-01T00:00:00.000Z',
    endDate: '2026-01-08T00:00:00.000Z',
  })
  assert.deepEqual(datesOf(0), {})
})

test('moments are as fine as their points', () => {
  const at = new Date('2026-01-08T12:00:00Z')
  assert.equal(momentFormat('en', '1 month').format(at), 'Jan 2026')
  assert.equal(momentFormat('en', '1 day').format(at), 'Jan 8, 2026')
  assert.match(momentFormat('en', '10 minutes').format(at), /Jan 8, \d+:\d\d/)
})
