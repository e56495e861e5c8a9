import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChunkSize } from './chunk-size.ts'

const mega = 1024 * 1024

test('grows on a fast line, at most to twice at once, and never past 64 MB', () => {
  const chunk = new ChunkSize()
  assert.equal(chunk.bytes, 4 * mega)
  chunk.sent(chunk.bytes, 0.1)
  assert.equal(chunk.bytes, 8 * mega)
  for (let turn = 0; turn < 10; turn++) chunk.sent(chunk.bytes, 0.1)
  assert.equal(chunk.bytes, 64 * mega)
})

test('shrinks on a slow line and after a lost connection, not below 256 kB', () => {
  const chunk = new ChunkSize()
  chunk.sent(chunk.bytes, 16)
  assert.equal(chunk.bytes, mega)
  for (let turn = 0; turn < 10; turn++) chunk.lost()
  assert.equal(chunk.bytes, 256 * 1024)
})

test("keeps below the server's limit and below what a proxy refused", () => {
  assert.equal(new ChunkSize(mega).bytes, mega)
  const chunk = new ChunkSize()
  assert.equal(chunk.refused(chunk.bytes), true)
  assert.equal(chunk.bytes, 2 * mega)
  chunk.sent(chunk.bytes, 0.1)
  assert.equal(chunk.bytes, 2 * mega)
  assert.equal(chunk.refused(256 * 1024), false)
})
