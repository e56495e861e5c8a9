import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCsv } from './to-csv.ts'

interface Person {
  name: string
  age: string
}

const columns = [
  { label: 'Name', text: (row: Person) => row.name },
  { label: 'Age, years', text: (row: Person) => row.age },
]

test('a heading, a line per row, quotes where they are needed', () => {
  const rows = [
    { name: 'Ann "the fast"', age: '41' },
    { name: 'Bob\nBarker', age: '' },
  ]
  assert.equal(toCsv(columns, rows), '\uFEFFName,"Age, years"\r\n"Ann ""the fast""",41\r\n"Bob\nBarker",\r\n')
})

test('what a spreadsheet would run is text; a negative number is a number', () => {
  const csv = toCsv(columns, [{ name: '=HYPERLINK("https://example.org")', age: '-1' }])
  assert.ok(csv.endsWith(`"'=HYPERLINK(""https://example.org"")",-1\r\n`), csv)
  assert.match(toCsv(columns, [{ name: '@cmd', age: '' }]), /'@cmd/)
})
