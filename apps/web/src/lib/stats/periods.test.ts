import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datesOf, momentFormat, periodQuery, problemsOfDays, readPeriod, sayDates, stretchOf } from './periods.ts'

const now = Date.parse('2026-03-08T15:00:00Z')
const read = (query: string) => readPeriod(new URLSearchParams(query), now)

test('a period is what the address says, or everything', () => {
  assert.equal(read('period=30').length, 30)
  assert.equal(read('period=31').length, 0)
  assert.deepEqual(read(''), { length: 0, days: { startDay: '', endDay: '' }, dates: {} })
})

test('a period ends now', () => {
  assert.deepEqual(datesOf(7, Date.parse('2026-01-08T00:00:00Z')), {
    startDate: '2026-01-01T00:00:00.000Z',
    endDate: '2026-01-08T00:00:00.000Z',
  })
  assert.deepEqual(datesOf(0), {})
})

test('own days are whole ones, the last one at most until now', () => {
  assert.deepEqual(read('startDate=2026-01-05&endDate=2026-01-10'), {
    length: 'own',
    days: { startDay: '2026-01-05', endDay: '2026-01-10' },
    dates: { startDate: '2026-01-05T00:00:00.000Z', endDate: '2026-01-10T23:59:59.999Z' },
  })
  assert.equal(read('startDate=2026-03-08&endDate=2026-03-08').dates.endDate, '2026-03-08T15:00:00.000Z')
})

test('days that cannot be are kept, named, and not asked for', () => {
  const problems = (startDay: string, endDay: string) => problemsOfDays({ startDay, endDay }, now)
  assert.deepEqual(problems('2026-01-10', '2026-01-05'), { endDay: 'order' })
  assert.deepEqual(problems('2026-01-10', '2026-03-09'), { endDay: 'future' })
  assert.deepEqual(problems('2026-03-09', '2026-03-09'), { startDay: 'future', endDay: 'future' })
  assert.deepEqual(problems('2026-02-31', ''), { startDay: 'missing', endDay: 'missing' })
  assert.deepEqual(problems('2016-03-10', '2026-03-08'), { endDay: 'long' })
  assert.deepEqual(problems('2016-03-11', '2026-03-08'), {})
  assert.deepEqual(read('startDate=2026-01-10&endDate=2026-01-05'), {
    length: 'own',
    days: { startDay: '2026-01-10', endDay: '2026-01-05' },
    dates: {},
  })
})

test('a stretch within a period is in the address and comes back from there', () => {
  const stretch = { startDate: '2026-03-01T10:00:00.000Z', endDate: '2026-03-01T11:59:59.999Z' }
  const days = { startDay: '', endDay: '' }
  const query = periodQuery({ length: 30, days, stretch })
  assert.equal(read(query).length, 30)
  assert.deepEqual(read(query).stretch, stretch)
  assert.equal(periodQuery({ length: 0, days }), '')
  for (const wrong of [
    'from=x&to=y',
    'from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z',
    'from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z',
    'from=2000-01-01T00:00:00Z&to=2026-01-02T00:00:00Z',
  ]) {
    assert.equal(read(wrong).stretch, undefined, wrong)
  }
})

test('a stretch of a chart reaches to the instant before the next point', () => {
  const points = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((date) => ({ date: `${date}T00:00:00Z` }))
  const end = '2026-03-04T12:00:00.000Z'
  const second = { startDate: '2026-03-02T00:00:00.000Z', endDate: '2026-03-03T23:59:59.999Z' }
  assert.deepEqual(stretchOf(points, 1, 2, end), second)
  assert.deepEqual(stretchOf(points, 2, 1, end), second)
  assert.equal(stretchOf(points, 2, 3, end)?.endDate, end)
  assert.equal(stretchOf(points, 0, 3, end), undefined)
  assert.equal(stretchOf(points, 3, 3, '2026-03-04T00:00:00Z'), undefined)
})

test('moments are as fine as their points', () => {
  const at = new Date('2026-01-08T12:00:00Z')
  assert.equal(momentFormat('en', '1 month').format(at), 'Jan 2026')
  assert.equal(momentFormat('en', '1 day').format(at), 'Jan 8, 2026')
  assert.match(momentFormat('en', '10 minutes').format(at), /Jan 8, \d+:\d\d/)
})

test('a stretch is said by days where it is made of them', () => {
  const days = { startDate: '2026-01-05T00:00:00.000Z', endDate: '2026-01-10T23:59:59.999Z' }
  assert.match(sayDates('en', days), /^Jan 5\D+10, 2026$/)
  assert.match(sayDates('en', { ...days, startDate: '2026-01-05T10:00:00.000Z' }), /\d:\d\d/)
})
