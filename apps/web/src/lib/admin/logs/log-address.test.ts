import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logAddress, readLogChoice } from './log-address.ts'

const at = (search: string) => new URL(`https://example.org/admin/logs${search}`)

test('what is shown comes back from its address', () => {
  const change = { level: 'warn', since: 1440, tags: ['jobs', 'mail'], search: 'no space', live: true } as const
  const address = logAddress(at(''), { ...change, tags: [...change.tags] })
  assert.deepEqual(readLogChoice(new URL(address, 'https://example.org')), { kind: 'standard', ...change })
  assert.equal(logAddress(at('?level=warn'), { level: 'info' }), '/admin/logs')
})

test('what is unknown is the standard', () => {
  const read = readLogChoice(at('?kind=x&level=loud&since=3&tags=%20,a,,a%20b&live=yes'))
  assert.deepEqual(read, { kind: 'standard', level: 'info', since: 60, tags: ['a', 'b'], search: '', live: false })
})
