import { videoCategories, videoLicences } from '@sepiola/contract/enums.ts'
import { invalidParams, type InvalidParam } from '#foundation/http/problem.ts'
import { videoLanguages } from './languages.ts'

interface Constants {
  category?: number | null | undefined
  licence?: number | null | undefined
  language?: string | null | undefined
}

/**
 * 400 with `invalid-params` unless category, licence and language are none or ones that the server has (spec 03 §3.1):
 * the lists are not the contract's, because plugins add and remove some. `url`: of the request.
 */
export function checkConstants(attributes: Constants, url: string): void {
  const { category, licence, language } = attributes
  const failures = [
    ...unknown('category', category, videoCategories, 'Not a category of this server.'),
    ...unknown('licence', licence, videoLicences, 'Not a licence of this server.'),
    ...unknown('language', language, videoLanguages(), 'Not a language of this server.'),
  ]
  if (failures.length > 0) throw invalidParams(failures, url)
}

function unknown(path: string, value: string | number | null | undefined, known: object, msg: string): InvalidParam[] {
  if (value == null || Object.hasOwn(known, value)) return []
  return [{ type: 'field', value, msg, path, location: 'body' }]
}
