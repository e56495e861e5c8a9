import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flagsOf, policiesOf } from './sensitive-policy.ts'

const none = { nsfwFlagsDisplayed: 0, nsfwFlagsHidden: 0, nsfwFlagsWarned: 0, nsfwFlagsBlurred: 0 }

test('each kind goes into the bit field of its policy, and comes back', () => {
  const chosen = { violent: 'do_not_list', sexual: 'blur' } as const
  assert.deepEqual(flagsOf(chosen), { ...none, nsfwFlagsHidden: 1, nsfwFlagsBlurred: 2 })
  assert.deepEqual(policiesOf(flagsOf(chosen)), chosen)
})

test('two kinds share a field; what stands nowhere follows the rest', () => {
  assert.deepEqual(flagsOf({ violent: 'warn', sexual: 'warn' }), { ...none, nsfwFlagsWarned: 3 })
  assert.deepEqual(policiesOf(none), { violent: 'default', sexual: 'default' })
  assert.deepEqual(flagsOf({ violent: 'default', sexual: 'default' }), none)
})
