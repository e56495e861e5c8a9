import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  daysAgo,
  durationName,
  listNarrowings,
  readFilters,
  tidyForm,
  withoutNarrowing,
  writeFilters,
} from './filters.ts'

const read = (search: string) => writeFilters(readFilters(new URLSearchParams(search)))

test('an address is read as the API understands it', () => {
  assert.deepEqual(
    read(
      'categoryOneOf=3&categoryOneOf=5&languageOneOf=fr&tagsOneOf=sea,squid&nsfw=both&isLive=false&host=Example.org',
    ),
    {
      categoryOneOf: [3, 5],
      languageOneOf: ['fr'],
      tagsOneOf: ['sea', 'squid'],
      nsfw: 'both',
      isLive: false,
      host: 'example.org',
    },
  )
  assert.deepEqual(read('startDate=2026-01-02'), { startDate: '2026-01-02T00:00:00.000Z' })
  assert.deepEqual(read('durationMin=240&durationMax=600'), { durationMin: 240, durationMax: 600 })
})

test('what the API would refuse is left out', () => {
  const wrong = 'categoryOneOf=a&licenceOneOf=-1&languageOneOf=%00&nsfw=maybe&isLive=1&startDate=soon&durationMin=1.5'
  assert.deepEqual(read(`${wrong}&host=a/b&tagsOneOf=&duration=__proto__&endDate=999999-01-01`), {})
})

test('a form without script and one with script mean the same', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['search', 'waves '],
    ['categoryOneOf', ''],
    ['duration', 'medium'],
    ['tagsOneOf', 'sea, squid'],
  ]) {
    form.append(name!, value!)
  }
  assert.equal(tidyForm(form).toString(), 'search=waves&durationMin=240&durationMax=600&tagsOneOf=sea&tagsOneOf=squid')
  assert.deepEqual(read('duration=medium'), read('durationMin=240&durationMax=600'))
})

test('each filter can be taken away', () => {
  const search = new URLSearchParams('search=x&page=3&tagsOneOf=sea,squid&durationMin=600&isLive=true')
  const filters = readFilters(search)
  const left = listNarrowings(filters).map((one) => withoutNarrowing(search, one).toString())
  assert.deepEqual(left, [
    'search=x&durationMin=600&isLive=true&tagsOneOf=squid',
    'search=x&durationMin=600&isLive=true&tagsOneOf=sea',
    'search=x&tagsOneOf=sea%2Csquid&durationMin=600',
    'search=x&tagsOneOf=sea%2Csquid&isLive=true',
  ])
  assert.equal(durationName(filters), 'long')
})

test('days ago begin at midnight', () => {
  assert.equal(daysAgo(7, Date.parse('2026-03-10T15:00:00Z')), '2026-03-03T00:00:00.000Z')
})
