import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isUuid, shortToUuid, uuidToShort } from './short-uuid.ts'

const pairs = [
  ['00000000-0000-0000-0000-000000000000', '1111111111111111111111'],
  ['00000000-0000-0000-0000-000000000001', '1111111111111111111112'],
  ['00000000-0000-0000-0000-00000000003a', '1111111111111111111121'],
] as const

describe('short UUIDs', () => {
  it('are base-58 numbers, padded with 1 to 22 characters', () => {
    for (const [uuid, short] of pairs) {
      assert.equal(uuidToShort(uuid), short)
      assert.equal(shortToUuid(short), uuid)
    }
  })

  it('survive the way there and back', () => {
    for (const uuid of ['9c9de5e8-0a1e-484a-b099-e80766180a6d', '0003e5e8-0a1e-484a-b099-e80766180a6d']) {
      const short = uuidToShort(uuid)
      assert.equal(short.length, 22)
      assert.equal(shortToUuid(short), uuid)
    }
    const largest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
    assert.equal(shortToUuid(uuidToShort(largest.toUpperCase())), largest)
  })

  it('know the documented pair', () => {
    assert.equal(uuidToShort('9c9de5e8-0a1e-484a-b099-e80766180a6d'), 'kkGMgK9ZtnKfYAgnEtQxbv')
  })

  it('refuse what is none', () => {
    assert.equal(shortToUuid('abc'), undefined)
    assert.equal(shortToUuid('0000000000000000000000'), undefined)
    assert.equal(shortToUuid('ZZZZZZZZZZZZZZZZZZZZZZ'), undefined)
    assert.throws(() => uuidToShort('abc'), RangeError)
    assert.equal(isUuid('9c9de5e8-0a1e-484a-b099-e80766180a6d'), true)
    assert.equal(isUuid('9c9de5e8-0a1e-484a-b099-e80766180a6'), false)
  })
})
