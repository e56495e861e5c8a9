import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#lib/api/types.ts'
import { countUntold, dueReminders, isResting } from './due-reminder.ts'

const person = (role: number, change: object = {}, account: object = {}) =>
  ({ role: { id: role }, noWelcomeModal: true, ...change, account: { avatars: [], ...account } }) as unknown as Me

test('who has no picture or no word about themselves is reminded, until they refuse', () => {
  assert.deepEqual(dueReminders(person(2)), ['profile'])
  assert.deepEqual(dueReminders(person(2, {}, { description: 'Squids.' })), ['profile'])
  assert.deepEqual(dueReminders(person(2, {}, { description: 'Squids.', avatars: [{}] })), [])
  assert.deepEqual(dueReminders(person(2, { noAccountSetupWarningModal: true })), [])
})

test('administrators are reminded of their server once they have seen the set-up', () => {
  assert.deepEqual(dueReminders(person(0)), ['instance', 'profile'])
  assert.deepEqual(dueReminders(person(1)), ['profile'])
  assert.deepEqual(dueReminders(person(0, { noWelcomeModal: false })), ['profile'])
  assert.deepEqual(dueReminders(person(0, { noInstanceConfigWarningModal: true })), ['profile'])
})

test('what is not said is counted; "not now" is a week', () => {
  assert.equal(countUntold({ description: 'a', terms: '', administrator: 'b' }), 3)
  const week = 7 * 24 * 3600 * 1000
  assert.equal(isResting(null), false)
  assert.equal(isResting('1000', 1000 + week - 1), true)
  assert.equal(isResting('1000', 1000 + week), false)
})
