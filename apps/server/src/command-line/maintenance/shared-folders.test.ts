import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSharedFolder } from './shared-folders.ts'

const folders = { avatars: '/srv/avatars', uploads: '/srv/uploads', logs: '/srv/logs', tmp: '/srv/tmp' }

test('folders of their own', () => {
  assert.equal(findSharedFolder(folders, ['avatars', 'tmp']), undefined)
  assert.equal(findSharedFolder({ ...folders, logs: '/srv/avatars-and-logs' }, ['avatars']), undefined)
})

test('one for two settings, also for one that is not swept', () => {
  const shared = { ...folders, uploads: '/srv/avatars' }
  assert.deepEqual(findSharedFolder(shared, ['avatars']), { swept: 'avatars', other: 'uploads' })
  assert.equal(findSharedFolder(shared, ['tmp']), undefined)
})

test('one within another', () => {
  const nested = { ...folders, logs: '/srv/avatars/logs' }
  assert.deepEqual(findSharedFolder(nested, ['avatars']), { swept: 'avatars', other: 'logs' })
  assert.equal(findSharedFolder(nested, ['tmp']), undefined)
  assert.deepEqual(findSharedFolder({ ...folders, tmp: '/' }, ['tmp']), { swept: 'tmp', other: 'avatars' })
})
