import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicConfig } from '#lib/api/types.ts'
import { isOffered, trendingSort } from './trending-sort.ts'

const ranking = (usual: string, ...enabled: string[]) =>
  ({ trending: { videos: { algorithms: { enabled, default: usual } } } }) as unknown as PublicConfig

test('trending is what the administrator says, as long as it is offered', () => {
  assert.equal(trendingSort(ranking('hot', 'hot', 'most-viewed')), '-hot')
  assert.equal(trendingSort(ranking('most-liked', 'hot', 'most-liked')), '-likes')
  assert.equal(trendingSort(ranking('best', 'most-viewed')), '-trending')
  assert.equal(trendingSort(ranking('hot')), undefined)
})

test('orders that do not rank are always offered', () => {
  const config = ranking('hot', 'hot')
  assert.deepEqual(
    ['-publishedAt', '-views', 'name', '-hot', '-trending', '-likes', '-best'].filter((sort) =>
      isOffered(sort, config),
    ),
    ['-publishedAt', '-views', 'name', '-hot'],
  )
})
