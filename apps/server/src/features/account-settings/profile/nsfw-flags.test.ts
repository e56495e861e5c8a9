import assert from 'node:assert/strict'
import { test } from 'node:test'
import { haveCommonFlag } from './nsfw-flags.ts'

test('a flag stands in one field at most', () => {
  assert.equal(haveCommonFlag({}), false)
  assert.equal(haveCommonFlag({ nsfwFlagsDisplayed: 1, nsfwFlagsHidden: 2, nsfwFlagsWarned: 4 }), false)
  assert.equal(haveCommonFlag({ nsfwFlagsDisplayed: 3, nsfwFlagsBlurred: 2 }), true)
  assert.equal(haveCommonFlag({ nsfwFlagsHidden: '1', nsfwFlagsWarned: 1 }), true)
  assert.equal(haveCommonFlag({ nsfwFlagsHidden: null, nsfwFlagsWarned: 'x', nsfwFlagsBlurred: 1 }), false)
})
