import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { decodeMessage, encodeMessage, type RealtimeMessage } from './messages.ts'

const notice = (name: string) =>
  ({ to: 'user', userId: 7, notification: { video: { name } } }) as unknown as RealtimeMessage

test('messages come back as they were, also long ones and those beyond ASCII', () => {
  for (const message of [{ to: 'runners' } as const, notice('Été 🐙'), notice('a long name '.repeat(2000))]) {
    const payload = encodeMessage(message)!
    assert.ok(Buffer.byteLength(payload) < 8000)
    assert.deepEqual(decodeMessage(payload), message)
  }
})

test('what no notification can carry is refused', () => {
  assert.equal(encodeMessage(notice(randomBytes(20_000).toString('base64'))), undefined)
})
