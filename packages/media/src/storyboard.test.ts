import assert from 'node:assert/strict'
import { test } from 'node:test'
import { computeStoryboard } from './storyboard.ts'

test('too short, or without a picture: none', () => {
  assert.equal(computeStoryboard(2.9, 1.7778), undefined)
  assert.equal(computeStoryboard(60, null), undefined)
})

test('grids of spec 05 §19', () => {
  const grid = (duration: number) => {
    const { columns, rows, spriteDuration, total } = computeStoryboard(duration, 1.7778)!
    return [columns, rows, spriteDuration, total]
  }
  assert.deepEqual(grid(3), [3, 1, 1, 3])
  assert.deepEqual(grid(11), [11, 1, 1, 11])
  assert.deepEqual(grid(12), [6, 2, 1, 12])
  assert.deepEqual(grid(60), [10, 6, 1, 60])
  assert.deepEqual(grid(3600), [11, 11, 30, 120])
})

test('the longer side of a sprite has 192 pixels', () => {
  const sprite = (ratio: number) => {
    const { spriteWidth, spriteHeight } = computeStoryboard(10, ratio)!
    return [spriteWidth, spriteHeight]
  }
  assert.deepEqual(sprite(1.7778), [192, 108])
  assert.deepEqual(sprite(0.5625), [108, 192])
})
