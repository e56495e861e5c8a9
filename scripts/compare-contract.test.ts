import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import { compareContract } from './compare-contract.ts'

function operation(id: string, tag: string, in70: boolean, path = `/${id}`): OperationDefinition {
  return { id, method: 'GET', path, tag, summary: '', auth: 'none', success: 200, in70 }
}

it('counts what is served, by tag and for 7.0', () => {
  const contract = [operation('one', 'B', true), operation('two', 'A', true), operation('three', 'A', false)]
  const compared = compareContract(contract, [operation('two', 'A', true)])
  assert.deepEqual(
    compared.done.map(({ id }) => id),
    ['two'],
  )
  assert.deepEqual(
    compared.missing.map(({ id }) => id),
    ['one', 'three'],
  )
  assert.deepEqual(compared.total, { done: 1, all: 3 })
  assert.deepEqual(compared.total70, { done: 1, all: 2 })
  assert.deepEqual(compared.tags, [
    { tag: 'A', done: 1, all: 2, done70: 1, all70: 1 },
    { tag: 'B', done: 0, all: 1, done70: 0, all70: 1 },
  ])
})

it('does not count an operation that is served elsewhere', () => {
  const compared = compareContract([operation('one', 'A', true)], [operation('one', 'A', true, '/other')])
  assert.equal(compared.total.done, 0)
  assert.deepEqual(
    compared.foreign.map(({ path }) => path),
    ['/other'],
  )
})
