import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findWarnings } from './find-warnings.ts'

const ann = {
  username: 'ann',
  role: { id: 2, label: 'User' },
  videoQuota: 1000,
  videoQuotaDaily: -1,
  adminFlags: 0,
} as const
const at = (videoQuotaUsed: number, videoQuotaUsedDaily = 0) => ({
  used: { videoQuotaUsed, videoQuotaUsedDaily },
  looksFirst: false,
})

test('a full quota, and one with less than a tenth left', () => {
  assert.deepEqual(findWarnings(ann, at(0)), [])
  assert.deepEqual(findWarnings(ann, at(900)), [])
  assert.deepEqual(findWarnings(ann, at(901)), [{ key: 'publish.warnTight', left: 99 }])
  assert.deepEqual(findWarnings(ann, at(1000)), [{ key: 'publish.warnFull' }])
  assert.deepEqual(findWarnings({ ...ann, videoQuota: 0 }, at(0)), [{ key: 'publish.warnFull' }])
})

test('the limit of a day is told by itself, the narrower one of two', () => {
  const both = { ...ann, videoQuotaDaily: 100 }
  assert.deepEqual(findWarnings(both, at(950, 95)), [{ key: 'publish.warnTightToday', left: 5 }])
  assert.deepEqual(findWarnings(both, at(10, 100)), [{ key: 'publish.warnFullToday' }])
  assert.deepEqual(findWarnings({ ...ann, videoQuota: -1 }, at(1e12, 1e12)), [])
})

test('nothing is said of a quota before it is known', () => {
  assert.deepEqual(findWarnings({ ...ann, videoQuota: 0 }, { used: undefined, looksFirst: false }), [])
})

test('who waits for moderators is told; who does not, is not; root is told to use another account', () => {
  const waits = { used: undefined, looksFirst: true }
  assert.deepEqual(findWarnings(ann, waits), [{ key: 'publish.warnBlocked' }])
  assert.deepEqual(findWarnings({ ...ann, adminFlags: 1 }, waits), [])
  assert.deepEqual(findWarnings({ ...ann, role: { id: 1, label: 'Moderator' } }, waits), [])
  assert.deepEqual(findWarnings({ ...ann, username: 'root', role: { id: 0, label: 'Administrator' } }, waits), [
    { key: 'publish.warnRoot' },
  ])
})
