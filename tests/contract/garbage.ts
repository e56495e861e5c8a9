import { z } from 'zod'
import type { OperationDefinition, Thunk } from '@sepiola/contract/operation.ts'

const long = 'a'.repeat(100_000)

/** What nobody should send as a path segment, already encoded where a URL needs it. */
export const pathGarbage: Readonly<Record<string, string>> = {
  word: 'abc',
  negative: '-1',
  zero: '0',
  fraction: '1.5',
  'beyond int4': '2147483648',
  'beyond int8': '9223372036854775808',
  'beyond exact': '9007199254740993',
  'an absent id': '999999',
  'an absent uuid': '3f0c3c1e-9d4b-4f0e-8a51-0d7f1cf2a111',
  proto: '__proto__',
  constructor: 'constructor',
  null: 'null',
  NUL: '%00',
  'NUL inside': 'a%00b',
  emoji: '%F0%9F%A6%91',
  'broken encoding': '%E0%A4%A',
  'broken UTF-8': '%ff%fe',
  'lone surrogate': '%ED%A0%80',
  traversal: '..%2f..%2f..%2fetc%2fpasswd',
  'back traversal': '..%5c..%5cpasswd',
  quote: `%27%20OR%201=1--`,
  handle: '@@@',
  percent: '%25',
  // Node refuses longer URLs before any handler.
  long: 'a'.repeat(1500),
}

/** Raw values of one query parameter; each is put after `name`. */
export const queryGarbage: Readonly<Record<string, string>> = {
  empty: '=',
  word: '=abc',
  negative: '=-1',
  fraction: '=1.5',
  'beyond int4': '=2147483648',
  'beyond int8': '=9223372036854775808',
  'far beyond': '=1e400',
  null: '=null',
  NUL: '=%00',
  'NUL inside': '=abc%00def',
  emoji: '=%F0%9F%A6%91',
  'broken encoding': '=%E0%A4%A',
  'lone surrogate': '=%ED%A0%80',
  array: '[]=1&[]=abc',
  'nested object': '[a][b][c]=1',
  'proto inside': '[__proto__][polluted]=1',
  quote: `=%27%22%5C%25_`,
  operator: '=%26%7C!()%3A*%3C-%3E',
  long: `=${'a'.repeat(5000)}`,
}

/** JSON values for one field. */
export const bodyGarbage: Readonly<Record<string, unknown>> = {
  null: null,
  'empty text': '',
  text: 'abc',
  NUL: 'abc\0def',
  emoji: '🦑🦑🦑',
  'lone surrogate': 'abc\uD800def',
  'long text': long,
  negative: -1,
  fraction: 1.5,
  'beyond int4': 2147483648,
  'beyond int8': 9223372036854775808,
  huge: 1e300,
  true: true,
  'empty array': [],
  'array of things': [null, {}, [], 'abc\0def', -1],
  'many items': Array.from({ length: 2000 }, (_, i) => `item ${i}`),
  object: {},
  proto: JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
}

/** Whole bodies, sent as `application/json`. */
export const wholeBodies: Readonly<Record<string, string>> = {
  empty: '',
  broken: '{"a":',
  null: 'null',
  text: '"abc"',
  number: '1',
  array: '[1,2,3]',
  'empty object': '{}',
  proto: '{"__proto__":{"polluted":true}}',
  deep: '['.repeat(20_000) + ']'.repeat(20_000),
  'not UTF-8': Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('latin1'),
}

type JsonSchema = Record<string, any>

/** Names of the fields at the top of a schema. */
export function fieldsOf(thunk: Thunk | undefined): Record<string, JsonSchema> {
  if (!thunk) return {}
  const schema = jsonSchema(thunk)
  return Object.assign(
    {},
    schema.properties,
    ...(schema.anyOf ?? schema.allOf ?? []).map((s: JsonSchema) => s.properties),
  )
}

function jsonSchema(thunk: Thunk): JsonSchema {
  return z.toJSONSchema(thunk(), { io: 'input', unrepresentable: 'any' }) as JsonSchema
}

/** Values that the field rules accept but no schema tells. */
const samples: Readonly<Record<string, unknown>> = {
  username: 'somebody',
  name: 'some_name',
  password: 'a good password',
  email: 'somebody@example.com',
  filename: 'clip.mp4',
}

/** The required fields with acceptable values, so that one wrong field is the only fault of a body or query. */
export function requiredSample(thunk: Thunk | undefined): Record<string, unknown> {
  if (!thunk) return {}
  const schema = jsonSchema(thunk)
  const required: string[] = schema.required ?? []
  return Object.fromEntries(required.map((name) => [name, samples[name] ?? sample(schema.properties?.[name] ?? {})]))
}

function sample(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sample(schema.anyOf[0])
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'array') return []
  if (schema.type === 'object') return {}
  return 'abc'.padEnd(schema.minLength ?? 3, 'd')
}

export function pathParameters(operation: OperationDefinition): string[] {
  return [...operation.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!)
}

export function fillPath(operation: OperationDefinition, values: Readonly<Record<string, string>>): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '999999')
}
