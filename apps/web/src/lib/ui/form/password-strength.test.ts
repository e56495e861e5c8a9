import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordStrength } from './password-strength.ts'

test('a password is strong by its length, not by a number at its end', () => {
  const strengths = ['aaaaaaaaaaaa', '123456789', 'Passw0rd', 'tortoise-9', 'four quiet squids', 'x7!Qp2_vLm9#Rt'].map(
    (password) => passwordStrength(password),
  )
  assert.deepEqual(strengths, [0, 0, 1, 2, 3, 3])
})
