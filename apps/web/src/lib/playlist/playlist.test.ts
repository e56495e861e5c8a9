import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elementOf, nextElement, previousElement, type PlaylistElement } from './playlist.ts'

/** The second one cannot be played. */
const elements = [1, 2, 3, 4].map((position) => ({
  ...{ id: position * 10, position, startTimestamp: null, stopTimestamp: null },
  ...(position === 2 ? { type: 1, video: null } : { type: 0, video: {} }),
})) as PlaylistElement[]
const straight = { loop: false, shuffle: false, played: [], random: () => 0 }

test('the element of an address', () => {
  assert.equal(elementOf(elements, '3')?.position, 3)
  assert.equal(elementOf(elements, 'last')?.position, 4)
  for (const asked of [null, '9', '-1', 'x']) assert.equal(elementOf(elements, asked)?.position, 1)
  assert.equal(elementOf(elements, '2')?.video, null)
  assert.equal(elementOf([], null), undefined)
})

test('what comes next and before passes over what cannot be played', () => {
  assert.equal(nextElement(elements, 1, straight)?.position, 3)
  assert.equal(nextElement(elements, 4, straight), undefined)
  assert.equal(nextElement(elements, 4, { ...straight, loop: true })?.position, 1)
  assert.equal(previousElement(elements, 3)?.position, 1)
  assert.equal(previousElement(elements, 1), undefined)
})

test('in any order: each once, then the end, or all over again', () => {
  const shuffled = { ...straight, shuffle: true, played: [1, 3] }
  assert.equal(nextElement(elements, 3, shuffled)?.position, 4)
  assert.equal(nextElement(elements, 4, { ...shuffled, played: [1, 3, 4] }), undefined)
  assert.equal(
    nextElement(elements, 4, { ...shuffled, played: [1, 3, 4], loop: true, random: () => 0.99 })?.position,
    3,
  )
})
