import type { z } from 'zod'
import type { OperationDefinition, Thunk } from '@sepiola/contract/operation.ts'
import { invalidParams, type InvalidParam } from './problem.ts'

type Location = 'params' | 'query' | 'headers' | 'body'

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
  return value
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
  const failures: InvalidParam[] = []
  const parse = (location: Location, schema: Thunk<z.ZodType> | undefined): unknown => {
    if (!schema) return location === 'body' ? undefined : {}
    const result = schema().safeParse(input[location] ?? {})
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      failures.push({
        type: 'field',
        value: valueAt(input[location], issue.path),
        msg: issue.message,
        path: issue.path.map(String).join('.') || location,
        location,
      })
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
