import type { z } from 'zod'
import type { OperationDefinition, Thunk } from '@sepiola/contract/operation.ts'
import { invalidParams, type InvalidParam } from './problem.ts'

type Location = 'params' | 'query' | 'headers' | 'body'

/** What was sent there. A single value that was taken for a list of one is the value of its first place, too. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof key === 'number' && !Array.isArray(value)) continue
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
  const value = valueAt(input[location], path)
  return { type: 'field', value, msg, path: path.map(String).join('.') || location, location }
}

/** Deeper input is none of ours. */
const deepest = 20

/** Where a text has a NUL or half a surrogate pair: PostgreSQL stores neither, and no person types them. */
function findUnstorableTexts(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path] : []
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return []
  if (path.length > deepest) return [path]
  return Object.entries(value).flatMap(([key, part]) => findUnstorableTexts(part, [...path, key]))
}

/**
 * Parses every declared part of the input; all failing fields are reported together in one 400 (spec 01 §2.1, step 5).
 * Returns undefined for parts that the operation does not declare.
 */
export function validateInput(
  operation: OperationDefinition,
  input: Record<Location, unknown>,
  url: string,
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
  if (failures.length > 0) throw invalidParams(failures, url)
  return parsed
}
