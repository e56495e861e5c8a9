import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flattenChange, flattenSubject } from './audit-entry.ts'

test('members carry the kind and their path; secrets and functions are left out', () => {
  const subject = {
    name: 'A',
    account: { id: 3, language: null },
    tags: ['x', 'y'],
    password: 'hidden',
    otp: { secret: 'hidden' },
    createdAt: new Date('2024-01-31T10:00:00Z'),
    gone: undefined,
  }
  assert.deepEqual(flattenSubject('videos', subject), {
    'video-name': 'A',
    'video-account-id': 3,
    'video-account-language': null,
    'video-tags-0': 'x',
    'video-tags-1': 'y',
    'video-createdAt': '2024-01-31T10:00:00.000Z',
  })
})

test('a change tells the old object and what differs', () => {
  const before = { id: 1, name: 'A', role: 2 }
  assert.deepEqual(flattenChange('users', before, { ...before, name: 'B', email: 'b@example.org' }), {
    'user-id': 1,
    'user-name': 'A',
    'user-role': 2,
    'new-user-name': 'B',
    'new-user-email': 'b@example.org',
  })
})

test('a text of any size is one line of a bounded size', () => {
  assert.equal(String(flattenSubject('config', { css: 'x'.repeat(100_000) })['config-css']).length, 10_000)
})
