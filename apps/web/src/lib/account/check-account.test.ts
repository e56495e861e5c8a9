import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEmail, checkName, checkPassword, checkText, toChannelName } from './check-account.ts'

const say = { t: (key: string) => key }

test('a name that the API refuses is refused with its cause', () => {
  const causes = ['', 'a', 'a.b-c_1', 'Anna', 'two words', 'ümlaut', '.dot', 'dash-', 'a'.repeat(51)].map(
    (name) => checkName(say, name) ?? 'fine',
  )
  assert.deepEqual(causes, [
    'account.nameNeeded',
    'fine',
    'fine',
    'account.nameLower',
    'account.nameSpace',
    'account.nameLetters',
    'account.nameEnds',
    'account.nameEnds',
    'account.tooLong',
  ])
})

test('passwords are counted in characters and in bytes', () => {
  const rule = { minLength: 8, maxLength: 50 }
  const causes = ['', 'seven77', 'eight888', 'x'.repeat(51), '💧'.repeat(20)].map(
    (password) => checkPassword(say, password, rule) ?? 'fine',
  )
  assert.deepEqual(causes, [
    'account.passwordNeeded',
    'account.passwordShort',
    'fine',
    'account.tooLong',
    'account.passwordBytes',
  ])
})

test('addresses and texts', () => {
  assert.equal(checkEmail(say, 'anna@example.org'), undefined)
  assert.equal(checkEmail(say, 'anna@example'), 'account.emailWrong')
  assert.equal(checkText(say, '', { min: 3, max: 5 }), undefined)
  assert.equal(checkText(say, 'ab', { min: 3, max: 5 }), 'account.tooShort')
})

test('a channel name is made of a title', () => {
  assert.deepEqual(['Été à Brest', ' -- ', 'Squids & co.', '東京'].map(toChannelName), [
    'ete_a_brest',
    '',
    'squids_co',
    '',
  ])
})
