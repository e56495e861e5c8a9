import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toLogLine } from './log-line.ts'

test('a line is its message, and flat fields', () => {
  const line = toLogLine({
    level: 'error',
    timestamp: '2026-01-02T03:04:05.006Z',
    message: 'A job failed',
    tags: ['jobs'],
    job: { id: 7, type: 'email' },
    err: { stack: 'Error: x\n  at y' },
    gone: null,
  })
  assert.deepEqual(
    [line.level, line.timestamp, line.message, line.tags],
    ['error', '2026-01-02T03:04:05.006Z', 'A job failed', ['jobs']],
  )
  assert.deepEqual(line.fields, [
    { name: 'job.id', value: '7' },
    { name: 'job.type', value: 'email' },
    { name: 'err.stack', value: 'Error: x\n  at y' },
    { name: 'gone', value: 'null' },
  ])
})

test('an entry of the audit log says who did what', () => {
  const entry = { level: 'audit', user: 'root', domain: 'users', action: 'create', 'user-username': 'ann' }
  assert.equal(toLogLine(entry).message, 'root: create users')
  assert.ok(toLogLine(entry).fields.some(({ name, value }) => name === 'user-username' && value === 'ann'))
})

test('a line without anything known is shown, too', () => {
  const line = toLogLine({ x: 1 })
  assert.deepEqual([line.level, line.message, line.tags], ['info', '', []])
})
