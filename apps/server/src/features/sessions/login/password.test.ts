import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPasswordMatch } from './password.ts'

test('hashes have cost 10, differ each time and match their password only', async () => {
  const [first, second] = await Promise.all([hashPassword('secret'), hashPassword('secret')])
  assert.match(first, /^\$2b\$10\$/)
  assert.notEqual(first, second)
  assert.equal(await isPasswordMatch('secret', first), true)
  assert.equal(await isPasswordMatch('Secret', first), false)
})

test('hashes of other implementations are understood', async () => {
  const hash = (await hashPassword('secret')).replace('$2b$', '$2a$')
  assert.equal(await isPasswordMatch('secret', hash), true)
})

test('nothing matches a missing hash', async () => {
  for (const hash of [null, undefined, '']) assert.equal(await isPasswordMatch('secret', hash), false)
})
