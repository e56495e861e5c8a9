import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextSort, readTableState, tableAddress, type TableStandard } from './table-address.ts'

const standard: TableStandard = {
  sort: '-createdAt',
  sorts: ['createdAt', 'name'],
  filters: { role: ['0', '1'], blocked: ['true', 'false'] },
}
const at = (search: string) => new URL(`https://example.org/admin/list${search}`)

test('an address without parameters is the standard', () => {
  assert.deepEqual(readTableState(at(''), standard), {
    search: '',
    sort: '-createdAt',
    page: 1,
    count: 25,
    filters: {},
  })
})

test('what an address says is read, and only what is known', () => {
  const read = readTableState(at('?search=a%20b&sort=name&page=3&count=50&role=1&blocked=maybe&x=y'), standard)
  assert.deepEqual(read, { search: 'a b', sort: 'name', page: 3, count: 50, filters: { role: '1' } })
  const wrong = readTableState(at('?sort=password&page=-2&count=7'), standard)
  assert.deepEqual([wrong.sort, wrong.page, wrong.count], ['-createdAt', 1, 25])
})

test('a change begins at the first page, keeps the rest and does not say the standard', () => {
  assert.equal(tableAddress(at('?page=4&role=1&x=y'), standard, { search: 'ann' }), '/admin/list?role=1&x=y&search=ann')
  assert.equal(tableAddress(at('?role=1&sort=name'), standard, { filters: {}, sort: '-createdAt' }), '/admin/list')
  assert.equal(tableAddress(at('?search=ann'), standard, { page: 2 }), '/admin/list?search=ann&page=2')
})

test('a heading turns its order round', () => {
  assert.deepEqual(
    [nextSort('-createdAt', 'name'), nextSort('name', 'name'), nextSort('-name', 'name')],
    ['name', '-name', 'name'],
  )
})
