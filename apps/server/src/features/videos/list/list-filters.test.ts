import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Viewer } from '#foundation/http/viewer.ts'
import { resolveListFilters, type NsfwRules, type VideoListQuery } from './list-filters.ts'

const viewer = (change: Partial<Viewer>): Viewer => ({
  userId: 1,
  username: 'user',
  email: 'user@example.com',
  role: 2,
  adminFlags: 0,
  accountId: 11,
  accountActorId: 21,
  accountName: 'user',
  nsfwPolicy: 'warn',
  nsfwFlagsDisplayed: 0,
  nsfwFlagsHidden: 0,
  nsfwFlagsWarned: 0,
  nsfwFlagsBlurred: 0,
  videosHistoryEnabled: true,
  language: null,
  tokenId: 1,
  ...change,
})

const resolve = (
  query: Partial<VideoListQuery>,
  who?: Viewer,
  rules: NsfwRules = { defaultPolicy: 'display', flagsEnabled: true },
) => resolveListFilters({ start: 0, count: 15, sort: '-publishedAt', ...query }, who, { followedOnly: true }, rules)

test('what to do about sensitive videos: query, then user, then instance (spec 03 §1.3)', () => {
  assert.equal(resolve({}).nsfw, 'all')
  assert.equal(resolve({}, undefined, { defaultPolicy: 'do_not_list', flagsEnabled: true }).nsfw, 'without')
  assert.equal(resolve({}, viewer({ nsfwPolicy: 'do_not_list' })).nsfw, 'without')
  assert.equal(
    resolve({}, viewer({ nsfwPolicy: 'blur' }), { defaultPolicy: 'do_not_list', flagsEnabled: true }).nsfw,
    'all',
  )
  assert.equal(resolve({ nsfw: 'true' }, viewer({ nsfwPolicy: 'do_not_list' })).nsfw, 'only')
  assert.equal(resolve({ nsfw: 'both' }, viewer({ nsfwPolicy: 'do_not_list' })).nsfw, 'all')
})

test('kinds of sensitive content: query, then user; nothing when the instance has them off', () => {
  const user = viewer({ nsfwFlagsWarned: 1, nsfwFlagsDisplayed: 2, nsfwFlagsHidden: 4 })
  assert.deepEqual([resolve({}, user).nsfwIncluded, resolve({}, user).nsfwExcluded], [3, 4])
  const asked = resolve({ nsfwFlagsIncluded: 8, nsfwFlagsExcluded: 0 }, user)
  assert.deepEqual([asked.nsfwIncluded, asked.nsfwExcluded], [8, 0])
  const off = resolve({}, user, { defaultPolicy: 'display', flagsEnabled: false })
  assert.deepEqual([off.nsfwIncluded, off.nsfwExcluded], [0, 0])
  assert.deepEqual([resolve({}).nsfwIncluded, resolve({}).nsfwExcluded], [0, 0])
})

test('privacies and sorts by viewer', () => {
  assert.deepEqual(resolve({}).privacies, [1])
  assert.deepEqual(resolve({}, viewer({})).privacies, [1, 4])
  assert.equal(resolve({ sort: '-best' }).sort, 'hot')
  assert.equal(resolve({ sort: '-best' }, viewer({})).historyOf, 1)
  assert.equal(resolve({ sort: 'name' }).descending, false)
})
