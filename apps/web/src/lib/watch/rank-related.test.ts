import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankRelated } from './rank-related.ts'

const videos = (...ids: number[]) => ids.map((id) => ({ id }))

test('what shares more comes first, each once; what was seen and what is watched are left out', () => {
  const lists = { tagged: videos(1, 2), ofChannel: videos(3, 2, 9), spoken: videos(4, 5), fresh: videos(6, 5, 1) }
  const ranked = rankRelated(lists, 9, ({ id }) => id === 4)
  assert.deepEqual(ranked, videos(2, 1, 3, 5, 6))
})
