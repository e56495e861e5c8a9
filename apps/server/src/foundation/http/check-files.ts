import { extname } from 'node:path'
import type { OperationDefinition } from '@sepiola/contract/operation.ts'
import type { ReceivedFile } from './implement.ts'
import type { InvalidParam } from './problem.ts'

/** The file fields' own rules: presence, extension, size in bytes (spec 01 §11). */
export function checkFiles(
  operation: OperationDefinition,
  files: Readonly<Record<string, ReceivedFile | undefined>>,
  testMode: boolean,
): InvalidParam[] {
  const failures: InvalidParam[] = []
  for (const [field, rule] of Object.entries(operation.files ?? {})) {
    const file = files[field]
    const fail = (msg: string) =>
      failures.push({ type: 'field', value: file?.filename, msg, path: field, location: 'body' })
    if (!file) {
      if (rule.required) fail('A file is required.')
      continue
    }
    const maxSize = testMode ? (rule.maxSizeInTests ?? rule.maxSize) : rule.maxSize
    const extension = extname(file.filename).slice(1).toLowerCase()
    if (rule.extensions && !rule.extensions.includes(extension)) {
      fail(`The file must be one of: ${rule.extensions.join(', ')}.`)
    } else if (maxSize !== undefined && file.size > maxSize) {
      fail(`The file has ${file.size} bytes; at most ${maxSize} are accepted.`)
    }
  }
  return failures
}
