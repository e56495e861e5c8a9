import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBytes, parseDuration } from './parse-quantity.ts'

test('durations are numbers of ms or amounts with units, which may be combined', () => {
  assert.equal(parseDuration('5 minutes'), 300_000)
  assert.equal(parseDuration('1 day 12 hours'), 129_600_000)
  assert.equal(parseDuration('1 month'), 30 * 86_400_000)
  assert.equal(parseDuration('250ms'), 250)
  assert.equal(parseDuration('1.5 seconds'), 1500)
  assert.equal(parseDuration(-1), -1)
  assert.equal(parseDuration('-1'), -1)
  for (const wrong of ['soon', '5 parsecs', '', '5 minutes ago', null, Number.NaN, '-2 hours']) {
    assert.equal(parseDuration(wrong), undefined, String(wrong))
  }
})

test('sizes use powers of 1024', () => {
  assert.equal(parseBytes('12MB'), 12 * 1024 ** 2)
  assert.equal(parseBytes('5GB 200 mb'), 5 * 1024 ** 3 + 200 * 1024 ** 2)
  assert.equal(parseBytes('1.5kB'), 1536)
  assert.equal(parseBytes(42), 42)
  assert.equal(parseBytes('5 minutes'), undefined)
})
