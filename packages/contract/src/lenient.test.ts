import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import {
  arrayOf,
  boolean,
  checkedHandle,
  dateTime,
  distinct,
  email,
  handleWithHost,
  host,
  id,
  integer,
  largeInteger,
  nullable,
  number,
  numberOf,
  splitHandle,
  text,
  url,
  uuid,
  videoReference,
} from './lenient.ts'

function refused(schema: z.ZodType, ...values: unknown[]): void {
  for (const value of values) assert.equal(schema.safeParse(value).success, false, `accepted ${JSON.stringify(value)}`)
}

function read(schema: z.ZodType, ...pairs: [unknown, unknown][]): void {
  for (const [sent, expected] of pairs) assert.deepEqual(schema.parse(sent), expected)
}

describe('boolean', () => {
  it('reads booleans and four texts', () => {
    read(boolean(), [true, true], [false, false], ['true', true], ['false', false], ['1', true], ['0', false])
  })
  it('refuses everything else', () => refused(boolean(), 'True', 'yes', '', 1, 0, null, 'toString'))
})

describe('numbers', () => {
  it('reads numbers and their texts', () => {
    read(integer(), [5, 5], ['5', 5], ['-1', -1])
    read(number(), ['1.5', 1.5])
    read(numberOf([0, 1, 2]), ['0', 0], [2, 2])
  })
  it('keeps bounds', () => {
    refused(integer({ min: 0, max: 100 }), -1, '101')
    refused(id(), 0, '0')
    refused(numberOf([1, 2]), 3, '3', 'a')
  })
  it('refuses other texts', () => refused(integer(), '', 'abc', '1.5', '1e3', '0x10', true, null))
})

describe('arrayOf', () => {
  it('wraps a single value', () => {
    read(
      arrayOf(integer()),
      ['1', [1]],
      [
        ['1', 2],
        [1, 2],
      ],
      [[], []],
    )
  })
  it('keeps bounds', () => refused(arrayOf(text(), { min: 1, max: 2 }), [], ['a', 'b', 'c'], null, undefined))
  it('can be distinct', () => {
    refused(distinct(arrayOf(text())), ['a', 'a'])
    read(distinct(arrayOf(text())), [
      ['a', 'b'],
      ['a', 'b'],
    ])
  })
})

describe('nullable', () => {
  const schema = z.object({ field: nullable(integer()) })
  it('reads null, its text and absence', () => {
    read(
      schema,
      [{ field: null }, { field: null }],
      [{ field: 'null' }, { field: null }],
      [{ field: '3' }, { field: 3 }],
    )
    read(schema, [{}, {}])
  })
  it('refuses the rest', () => refused(schema, { field: 'nul' }, { field: '' }))
  it('drops unknown keys', () => read(schema, [{ field: 1, other: 2 }, { field: 1 }]))
})

describe('text', () => {
  it('counts characters after trimming', () => {
    read(text({ min: 3, max: 5, trim: true }), ['  abc  ', 'abc'])
    refused(text({ min: 3, trim: true }), '  ab  ')
    refused(text({ max: 2 }), 'abc')
  })
})

describe('dateTime', () => {
  it('reads ISO 8601', () => {
    const expected = new Date('2024-01-31T10:00:00.000Z')
    for (const sent of [
      '2024-01-31T10:00:00.000Z',
      '2024-01-31T10:00:00Z',
      '2024-01-31T11:00:00+01:00',
      '2024-01-31T11:00:00+0100',
      '2024-01-31T11:00+01',
      '2024-01-31T10:00',
      '2024-01-31 10:00:00,000',
      '2024-01-31T10',
      '20240131T100000Z',
      '20240131T1100+01',
    ]) {
      assert.deepEqual(dateTime().parse(sent), expected, sent)
    }
    assert.deepEqual(dateTime().parse('2024-01-31'), new Date('2024-01-31T00:00:00.000Z'))
    assert.deepEqual(dateTime().parse('20240131'), new Date('2024-01-31T00:00:00.000Z'))
    assert.deepEqual(dateTime().parse('2024-02'), new Date('2024-02-01T00:00:00.000Z'))
    assert.deepEqual(dateTime().parse('2024'), new Date('2024-01-01T00:00:00.000Z'))
  })
  it('refuses the rest', () => refused(dateTime(), 'yesterday', '2024-13-01', '31/01/2024', 1700000000000, ''))
  it('refuses half of a date or time', () =>
    refused(
      dateTime(),
      '202401',
      '2024-',
      '2024-01T10:00',
      '2024-01-31T',
      '2024-01-31T25',
      '2024-01-31T10:00Z Z',
      'T10',
    ))
})

describe('videoReference', () => {
  const full = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
  it('reads ids, UUIDs and short UUIDs', () => {
    read(videoReference(), ['42', { id: 42 }], [42, { id: 42 }], [full, { uuid: full }])
    read(videoReference(), [full.toUpperCase(), { uuid: full }], ['kkGMgK9ZtnKfYAgnEtQxbv', { uuid: full }])
  })
  it('refuses the rest', () => refused(videoReference(), '0', '-1', '1.5', 'abc', '', '0000000000000000000000', {}))
})

describe('uuid', () => {
  it('is lower-case', () =>
    read(uuid(), ['9C9DE5E8-0A1E-484A-B099-E80766180A6D', '9c9de5e8-0a1e-484a-b099-e80766180a6d']))
  it('refuses the rest', () => refused(uuid(), 'kkGMgK9ZtnKfYAgnEtQxbv', ''))
})

describe('hosts and handles', () => {
  it('read hosts', () => read(host(), ['Example.COM', 'example.com'], ['localhost:9000', 'localhost:9000']))
  it('refuse what is no host', () => {
    refused(
      host(),
      'https://example.com',
      'example.com/path',
      '',
      'exa mple.com',
      'example.com:99999',
      '-a.com',
      'a..b',
    )
  })
  it('read handles', () => {
    read(handleWithHost(), ['chocobozzz@example.com', 'chocobozzz@example.com'])
    read(checkedHandle(), ['root', 'root'])
    assert.deepEqual(splitHandle('@root@Example.com:443'), { name: 'root', host: 'example.com:443' })
    assert.deepEqual(splitHandle('root'), { name: 'root' })
  })
  it('refuse what is no handle', () => {
    refused(handleWithHost(), 'root', '@root@example.com', 'root@a@b.com', 'root@', '@example.com')
    refused(checkedHandle(), 'ro ot', 'a@b@c')
  })
})

describe('url and email', () => {
  it('read addresses', () => {
    read(url(), ['https://example.com/a?b=1', 'https://example.com/a?b=1'])
    read(email(), ['a@example.com', 'a@example.com'])
  })
  it('refuse the rest', () => {
    refused(url(), 'example.com', 'ftp://example.com', 'javascript:alert(1)', `https://example.com/${'a'.repeat(2000)}`)
    refused(email(), 'a', 'a@', '@example.com')
  })
})

it('integers have 32 bits, unless they count bytes', () => {
  assert.equal(integer().safeParse('2147483647').success, true)
  assert.equal(integer().safeParse('2147483648').success, false)
  assert.equal(id().safeParse(2 ** 31).success, false)
  assert.equal(largeInteger().parse('5000000000'), 5_000_000_000)
})
