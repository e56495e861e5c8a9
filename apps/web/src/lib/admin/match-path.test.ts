import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchPath } from './match-path.ts'

test('a path is matched part by part, its number is read', () => {
  assert.equal(matchPath('', ''), 0)
  assert.equal(matchPath('users/list', 'users/list/'), 0)
  assert.equal(matchPath('users/update/:id', 'users/update/42'), 42)
  for (const path of ['users/update', 'users/update/0', 'users/update/-1', 'users/update/4x', 'users/update/4/5', '']) {
    assert.equal(matchPath('users/update/:id', path), undefined, path)
  }
})
