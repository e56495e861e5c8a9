import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstPage } from './first-page.ts'
import { ladderName, ladders, ladderValues, policyOf, signupValues, stepOf } from './wizard-steps.ts'

const signup = { enabled: true, limit: 1, minimumAge: 0, requiresApproval: false, requiresEmailVerification: false }
const none = Object.fromEntries(
  ['144', '240', '360', '480', '720', '1080', '1440', '2160'].map((height) => [`${height}p`, false]),
) as Parameters<typeof ladderName>[0]

test('a policy is what the settings say, and says what they become', () => {
  assert.equal(policyOf({ signup }), 'open')
  assert.equal(policyOf({ signup: { ...signup, requiresApproval: true } }), 'approval')
  assert.equal(policyOf({ signup: { ...signup, enabled: false } }), 'closed')
  assert.deepEqual(signupValues('closed', true), { 'signup.enabled': false })
  assert.equal(signupValues('approval', true)['signup.requiresEmailVerification'], true)
})

test('a ladder is known by its resolutions; another one stays as it is', () => {
  assert.equal(ladderName({ ...none, '360p': true, '720p': true }), 'small')
  assert.equal(ladderName({ ...none, '480p': true }), 'own')
  assert.deepEqual(ladderValues('own'), {})
  const values = Object.entries(ladderValues('usual'))
  assert.deepEqual(
    values.filter(([, on]) => on).map(([path]) => path),
    ladders.usual.map((height) => `transcoding.resolutions.${height}p`),
  )
  assert.equal(values.length, 8)
})

test('only a new administrator without another aim starts with the set-up', () => {
  const me = (role: number, noWelcomeModal: boolean) => ({ role: { id: role }, noWelcomeModal })
  assert.equal(firstPage(me(0, false), '/'), '/admin/settings/setup')
  assert.equal(firstPage(me(0, true), '/'), '/')
  assert.equal(firstPage(me(1, false), '/'), '/')
  assert.equal(firstPage(me(0, false), '/w/abc'), '/w/abc')
  assert.equal(stepOf('mail'), 'mail')
  assert.equal(stepOf('x'), 'name')
})
