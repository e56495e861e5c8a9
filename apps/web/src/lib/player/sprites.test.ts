import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spriteCount, spritePlace } from './sprites.ts'

const sheet = { totalWidth: 300, totalHeight: 120, spriteWidth: 100, spriteHeight: 60, spriteDuration: 5 }

test('pictures lie in rows, as many as the video is long, never more than there is room for', () => {
  assert.equal(spriteCount(sheet, 21), 5)
  assert.equal(spriteCount(sheet, 500), 6)
  assert.deepEqual(spritePlace(sheet, 2), { x: 200, y: 0 })
  assert.deepEqual(spritePlace(sheet, 4), { x: 100, y: 60 })
})
