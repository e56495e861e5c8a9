import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseLoginUser } from './choose-login-user.ts'
import type { LoginUser } from './login.sql.ts'

const user = (id: number, changes: Partial<LoginUser> = {}) =>
  ({ id, username: `user${id}`, email: `user${id}@e.x`, pluginAuth: null, ...changes }) as LoginUser

test('the only candidate is meant', () => {
  assert.equal(chooseLoginUser([user(1)], 'USER1', false)?.id, 1)
  assert.equal(chooseLoginUser([], 'user1', false), undefined)
})

test('of several with one address the one who writes it so', () => {
  const candidates = [user(1, { email: 'Me@e.x' }), user(2, { email: 'me@e.x' })]
  assert.equal(chooseLoginUser(candidates, 'me@e.x', false)?.id, 2)
  assert.equal(chooseLoginUser(candidates, 'ME@e.x', false), undefined)
})

test('accounts of plugins and a switched off root are nobody', () => {
  assert.equal(chooseLoginUser([user(1, { pluginAuth: 'ldap' })], 'user1', false), undefined)
  assert.equal(chooseLoginUser([user(1, { username: 'root' })], 'root', true), undefined)
  assert.equal(chooseLoginUser([user(1, { username: 'root' })], 'root', false)?.id, 1)
})
