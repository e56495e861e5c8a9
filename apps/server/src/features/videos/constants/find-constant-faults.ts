import { videoCategories, videoLicences } from '@sepiola/contract/enums.ts'
import type { InvalidParam } from '#foundation/http/problem.ts'

/**
 * Category and licence must be none or ones that the server has (spec 03 §3.1): the lists are not the contract's, because
 * plugins add and remove some. Languages may be any (spec 01 §10). `body` is what the client sent.
 */
export function findConstantFaults({ body }: { body: Readonly<Record<string, unknown>> }): InvalidParam[] {
  return [
    ...unknown('category', body.category, videoCategories, 'Not a category of this server.'),
    ...unknown('licence', body.licence, videoLicences, 'Not a licence of this server.'),
  ]
}

function unknown(path: string, value: unknown, known: object, msg: string): InvalidParam[] {
  if (value === undefined || value === null || value === 'null' || Object.hasOwn(known, Number(value))) return []
  return [{ type: 'field', value, msg, path, location: 'body' }]
}
