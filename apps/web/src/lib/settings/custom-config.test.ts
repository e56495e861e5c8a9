import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conflictsOf, pick, withValues } from './custom-config.ts'
import type { CustomConfig } from './setting-table.ts'

const config = { signup: { enabled: true, limit: 10 }, instance: { name: 'Tide', languages: ['en'] } } as CustomConfig

test('a section has its own settings, and they are copies', () => {
  const section = pick(config, ['signup.limit', 'instance.languages'])
  assert.deepEqual(section, { signup: { limit: 10 }, instance: { languages: ['en'] } })
  assert.notEqual((section as CustomConfig).instance.languages, config.instance.languages)
})

test('what is sent is everything, with what was changed', () => {
  const sent = withValues(config, { 'signup.limit': -1 })
  assert.deepEqual(sent, { ...config, signup: { enabled: true, limit: -1 } })
  assert.equal(config.signup.limit, 10)
})

test('a change by somebody else is seen where it would be overwritten, and only there', () => {
  const shown = { 'signup.limit': 10, 'instance.name': 'Tide' } as const
  const now = { signup: { enabled: false, limit: 20 }, instance: { name: 'Ebb', languages: ['en'] } } as CustomConfig
  assert.deepEqual(conflictsOf(config, shown, { 'signup.limit': 5 }), [])
  assert.deepEqual(conflictsOf(now, shown, { 'signup.limit': 5 }), ['signup.limit'])
  assert.deepEqual(conflictsOf(now, shown, { 'signup.limit': 20 }), [])
})
