import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchesLike, withSearch } from './recent-searches.ts'

test('the last search comes first, and only once', () => {
  assert.deepEqual(withSearch(['squid', 'reef'], 'Reef'), ['Reef', 'squid'])
  const many = Array.from({ length: 30 }, (_, index) => `word ${index}`)
  assert.equal(withSearch(many, 'sea').length, 20)
})

test('what is typed narrows them; what is there already is no suggestion', () => {
  const kept = ['deep sea', 'Sea', 'reef']
  assert.deepEqual(searchesLike(kept, '', 2), ['deep sea', 'Sea'])
  assert.deepEqual(searchesLike(kept, ' sea', 5), ['deep sea'])
})
