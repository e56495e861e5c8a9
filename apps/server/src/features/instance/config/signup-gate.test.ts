import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSignupAddressAllowed, isSignupOpen } from './signup-gate.ts'

test('signup is open while enabled and below the limit', () => {
  assert.equal(isSignupOpen({ enabled: false, limit: -1 }, 0), false)
  assert.equal(isSignupOpen({ enabled: true, limit: -1 }, 1e6), true)
  assert.equal(isSignupOpen({ enabled: true, limit: 10 }, 9), true)
  assert.equal(isSignupOpen({ enabled: true, limit: 10 }, 10), false)
})

test('without lists every address may sign up', () => {
  assert.equal(isSignupAddressAllowed({ whitelist: [], blacklist: [] }, '1.2.3.4'), true)
})

test('a blacklist excludes its members', () => {
  const cidr = { whitelist: [], blacklist: ['10.0.0.0/8', '2001:db8::/32'] }
  assert.equal(isSignupAddressAllowed(cidr, '10.1.2.3'), false)
  assert.equal(isSignupAddressAllowed(cidr, '::ffff:10.1.2.3'), false)
  assert.equal(isSignupAddressAllowed(cidr, '2001:db8::1'), false)
  assert.equal(isSignupAddressAllowed(cidr, '11.1.2.3'), true)
})

test('a whitelist with a valid entry excludes everybody else; one without has no effect', () => {
  assert.equal(isSignupAddressAllowed({ whitelist: ['10.0.0.0/8'], blacklist: [] }, '10.1.2.3'), true)
  assert.equal(isSignupAddressAllowed({ whitelist: ['10.0.0.0/8'], blacklist: [] }, '11.1.2.3'), false)
  assert.equal(isSignupAddressAllowed({ whitelist: ['nonsense'], blacklist: [] }, '11.1.2.3'), true)
})
