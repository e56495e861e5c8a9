import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allOperations } from './all-operations.ts'
import { videoPrivacyLabels } from './enums.ts'
import { getVideos } from './operations/video.ts'
import { resultList } from './pagination.ts'
import { Constant } from './schemas/common.ts'

describe('the contract', () => {
  it('has 419 operations, 241 of them documented by 7.0', () => {
    assert.equal(allOperations.length, 419)
    assert.equal(allOperations.filter(({ in70 }) => in70).length, 241)
  })

  it('names each one once', () => {
    assert.equal(new Set(allOperations.map(({ id }) => id)).size, allOperations.length)
  })

  it('tells operations apart by method, path and variant', () => {
    const keys = allOperations.map(({ method, path, variant }) => `${method} ${path} ${variant ?? ''}`)
    assert.deepEqual(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      [],
    )
  })

  it('has a field for each parameter of a path, and no other', () => {
    for (const { id, path, params } of allOperations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
      const fields = Object.keys((params?.() as { shape?: object } | undefined)?.shape ?? {}).toSorted()
      assert.deepEqual(fields, named, id)
    }
  })

  it('builds every schema', () => {
    for (const operation of allOperations) {
      for (const part of ['params', 'query', 'headers', 'body', 'response'] as const) operation[part]?.()
    }
  })

  it('asks for a user where a right is needed', () => {
    for (const { id, right, auth } of allOperations) if (right) assert.equal(auth, 'user', id)
  })
})

describe('lists', () => {
  it('have defaults', () => {
    const query = getVideos.query().parse({})
    assert.equal(query.start, 0)
    assert.equal(query.count, 15)
    assert.equal(query.sort, '-publishedAt')
    assert.equal(query.skipCount, false)
  })

  it('refuse other pages and columns', () => {
    for (const wrong of [{ count: '101' }, { start: '-1' }, { sort: 'id' }, { nsfw: 'maybe' }]) {
      assert.equal(getVideos.query().safeParse(wrong).success, false, JSON.stringify(wrong))
    }
  })

  it('answer strictly', () => {
    const list = resultList(Constant)()
    assert.ok(list.safeParse({ total: 1, data: [{ id: 1, label: videoPrivacyLabels[1] }] }).success)
    assert.ok(!list.safeParse({ total: 1, data: [], more: 1 }).success)
    assert.ok(!list.safeParse({ total: 1, data: [{ id: 1, label: '', more: 1 }] }).success)
  })
})
