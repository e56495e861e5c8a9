import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LoginThrottle } from './login-throttle.ts'

function failTimes(throttle: LoginThrottle, times: number, account: string, address: string, now = 0) {
  for (let i = 0; i < times; i++) throttle.fail(account, address, now)
}

test('the first twenty failures cost nothing, then each doubles the pause', () => {
  const throttle = new LoginThrottle()
  failTimes(throttle, 20, 'alice', '1.1.1.1')
  assert.equal(throttle.waitFor('alice', '1.1.1.1', 0), 0)
  throttle.fail('alice', '1.1.1.1', 0)
  assert.equal(throttle.waitFor('alice', '1.1.1.1', 0), 1000)
  assert.equal(throttle.waitFor('ALICE', '1.1.1.1', 400), 600)
  throttle.fail('alice', '1.1.1.1', 0)
  assert.equal(throttle.waitFor('alice', '1.1.1.1', 0), 2000)
  assert.equal(throttle.waitFor('alice', '1.1.1.1', 2000), 0)
})

test('another account or address is free meanwhile', () => {
  const throttle = new LoginThrottle()
  failTimes(throttle, 25, 'alice', '1.1.1.1')
  assert.equal(throttle.waitFor('bob', '1.1.1.1', 0), 0)
  assert.equal(throttle.waitFor('alice', '2.2.2.2', 0), 0)
})

test('one address that tries many accounts is slowed down', () => {
  const throttle = new LoginThrottle()
  for (let i = 0; i < 41; i++) throttle.fail(`user${i}`, '1.1.1.1', 0)
  assert.equal(throttle.waitFor('someone-else', '1.1.1.1', 0), 1000)
})

test('many addresses cannot keep the owner out for more than ten seconds', () => {
  const throttle = new LoginThrottle()
  for (let i = 0; i < 500; i++) throttle.fail('alice', `10.0.${i >> 8}.${i & 255}`, 0)
  assert.equal(throttle.waitFor('alice', '9.9.9.9', 0), 10_000)
})

test('a pause never exceeds a quarter of an hour', () => {
  const throttle = new LoginThrottle()
  failTimes(throttle, 5000, 'alice', '1.1.1.1')
  assert.equal(throttle.waitFor('alice', '1.1.1.1', 0), 15 * 60_000)
})

test('signing in clears the account but not the address', () => {
  const throttle = new LoginThrottle()
  failTimes(throttle, 41, 'alice', '1.1.1.1')
  throttle.succeed('alice', '1.1.1.1')
  assert.equal(throttle.waitFor('alice', '2.2.2.2', 0), 0)
  assert.equal(throttle.waitFor('bob', '1.1.1.1', 0), 1000)
})

test('failures are forgiven with time', () => {
  const throttle = new LoginThrottle()
  failTimes(throttle, 30, 'alice', '1.1.1.1')
  const later = 20 * 10 * 60_000
  throttle.fail('alice', '1.1.1.1', later)
  assert.equal(throttle.waitFor('alice', '1.1.1.1', later), 0)
})

test('second factors of one account pause wherever they come from, until the right one', () => {
  const throttle = new LoginThrottle()
  for (let i = 0; i < 10; i++) throttle.failCode('alice', 0)
  assert.equal(throttle.waitForCode('alice', 0), 0)
  for (let i = 0; i < 30; i++) throttle.failCode('Alice', 0)
  assert.deepEqual([throttle.waitForCode('alice', 0), throttle.waitForCode('bob', 0)], [900_000, 0])
  assert.equal(throttle.waitFor('alice', '1.1.1.1', 0), 0)
  throttle.succeed('alice', '1.1.1.1')
  assert.equal(throttle.waitForCode('alice', 0), 0)
})
