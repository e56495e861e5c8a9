import type { z } from 'zod'
import type { OperationDefinition, Thunk } from '@sepiola/contract/operation.ts'
import { invalidParams, type InvalidParam } from './problem.ts'

type Location = 'params' | 'query' | 'headers' | 'body'

/** What was sent there. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    value = typeof value === 'object' ? (value as Record<PropertyKey, unknown> | null)?.[key] : undefined
  }
  return value
}

function failure(
  location: Location,
  input: Record<Location, unknown>,
  path: readonly PropertyKey[],
  msg: string,
): InvalidParam {
  // A field is what has a name: of a list all of it, the place is told in words.
  const place = path.findIndex((key) => typeof key === 'number')
  const named = place === -1 ? path : path.slice(0, place)
  return {
    type: 'field',
    value: valueAt(input[location], named),
    msg: place === -1 ? msg : `${inWords(path.slice(place))}: ${msg}`,
    path: named.map(String).join('.') || location,
    location,
  }
}

/** `[1, 'options', 'end']` → `item 2, options, end` */
function inWords(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `item ${key + 1}` : String(key))).join(', ')
}

/** Deeper input is none of ours. */
const deepest = 20

/** Where a text has a NUL or half a surrogate pair: PostgreSQL stores neither, and no person types them. */
function findUnstorableTexts(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path] : []
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return []
  if (path.length > deepest) return [path]
  if (Array.isArray(value)) return value.flatMap((item, at) => findUnstorableTexts(item, [...path, at]))
  return Object.entries(value).flatMap(([key, part]) => findUnstorableTexts(part, [...path, key]))
}

/**
 * Parses every declared part of the input; all failing fields are reported together in one 400 (spec 01 §2.1, step 5),
 * with the `faults` that were found already.
 * Returns undefined for parts that the operation does not declare.
 */
export function validateInput(
  operation: OperationDefinition,
  input: Record<Location, unknown>,
  url: string,
  faults: readonly InvalidParam[] = [],
): Record<Location, any> {
  const failures = (['params', 'query', 'body'] as const).flatMap((location) =>
    findUnstorableTexts(input[location]).map((path) => failure(location, input, path, 'Not a valid text.')),
  )
  const parse = (location: Location, schema: Thunk<z.ZodType> | undefined): unknown => {
    if (!schema) return location === 'body' ? undefined : {}
    const result = schema().safeParse(input[location] ?? {})
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      failures.push(failure(location, input, issue.path, issue.message))
    }
    return undefined
  }
  const parsed = {
    params: parse('params', operation.params),
    query: parse('query', operation.query),
    headers: parse('headers', operation.headers),
    body: parse('body', operation.body),
  }
  failures.push(...faults)
  if (failures.length > 0) throw invalidParams(failures, url)
  return parsed
}
