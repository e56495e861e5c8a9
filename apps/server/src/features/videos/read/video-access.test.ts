import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideVideoAccess, type AccessDecision, type AccessFacts } from './video-access.ts'

const viewers = {
  anonymous: undefined,
  user: { role: 2, managesChannel: false },
  manager: { role: 2, managesChannel: true },
  moderator: { role: 1, managesChannel: false },
} satisfies Record<string, AccessFacts['viewer']>

type Row = [string, Partial<AccessFacts>, Record<keyof typeof viewers, AccessDecision>]

const everyone: Row[2] = { anonymous: 'allowed', user: 'allowed', manager: 'allowed', moderator: 'allowed' }
const managers: Row[2] = { anonymous: 'unauthorized', user: 'forbidden', manager: 'allowed', moderator: 'allowed' }

/** The table of spec 03 §2.1; blocks count for internal videos too (spec 10 §15). */
const rows: Row[] = [
  ['public', { privacy: 1 }, everyone],
  ['public, by number', { privacy: 1, byNumericId: true }, everyone],
  ['unlisted', { privacy: 2 }, everyone],
  ['unlisted, by number', { privacy: 2, byNumericId: true }, managers],
  ['private', { privacy: 3 }, managers],
  ['internal', { privacy: 4 }, { ...everyone, anonymous: 'unauthorized' }],
  ['internal and blocked', { privacy: 4, blocked: true }, managers],
  ['public and blocked', { privacy: 1, blocked: true }, managers],
  ['unlisted and blocked', { privacy: 2, blocked: true }, managers],
  ['private and blocked', { privacy: 3, blocked: true }, managers],
  ['protected and blocked', { privacy: 5, blocked: true, password: 'right' }, managers],
  [
    'protected without password',
    { privacy: 5 },
    {
      anonymous: 'password-required',
      user: 'password-required-forbidden',
      manager: 'allowed',
      moderator: 'allowed',
    },
  ],
  ['protected, right password', { privacy: 5, password: 'right' }, everyone],
  [
    'protected, wrong password',
    { privacy: 5, password: 'wrong' },
    {
      anonymous: 'password-incorrect',
      user: 'password-incorrect',
      manager: 'password-incorrect',
      moderator: 'password-incorrect',
    },
  ],
]

for (const [name, facts, expected] of rows) {
  for (const viewer of Object.keys(viewers) as (keyof typeof viewers)[]) {
    test(`${name} video, ${viewer}: ${expected[viewer]}`, () => {
      const decision = decideVideoAccess({
        privacy: 1,
        blocked: false,
        byNumericId: false,
        password: 'none',
        ...facts,
        viewer: viewers[viewer],
      })
      assert.equal(decision, expected[viewer])
    })
  }
}
