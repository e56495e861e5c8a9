import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TokenCache } from './token-cache.ts'
import type { FoundToken } from './token.sql.ts'

const found = (userId: number, tokenId: number) => ({ viewer: { userId, tokenId } }) as unknown as FoundToken

test('a known token needs no second query', async () => {
  const cache = new TokenCache()
  let loads = 0
  const load = async () => (loads++, found(1, 10))
  await cache.get('a', load)
  assert.equal((await cache.get('a', load))?.viewer.tokenId, 10)
  assert.equal(loads, 1)
})

test('an unknown token is asked for again', async () => {
  const cache = new TokenCache()
  let loads = 0
  const load = async () => (loads++, undefined)
  await cache.get('a', load)
  await cache.get('a', load)
  assert.equal(loads, 2)
})

test('forgetting a user or a token leaves the others', async () => {
  const cache = new TokenCache()
  await cache.get('a', async () => found(1, 10))
  await cache.get('b', async () => found(1, 11))
  await cache.get('c', async () => found(2, 12))
  const isKept = async (hash: string) => (await cache.get(hash, async () => undefined)) !== undefined
  cache.forgetToken(10)
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(isKept)), [false, true, true])
  cache.forgetUser(1)
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(isKept)), [false, false, true])
  cache.clear()
  assert.equal(await isKept('c'), false)
})

test('an answer that was on its way while its session ended is not kept', async () => {
  const cache = new TokenCache()
  let finish: (token: FoundToken) => void = () => {}
  const loading = cache.get('a', () => new Promise<FoundToken>((resolve) => (finish = resolve)))
  cache.forgetToken(10)
  finish(found(1, 10))
  await loading
  assert.equal(await cache.get('a', async () => undefined), undefined)
})
