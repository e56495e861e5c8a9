import type { ReceivedFile } from '../http/implement.ts'
import { invalidParams } from '../http/problem.ts'
import { UndecodableImageError } from './resize-image.ts'

/** Throws 400 where a received picture could not be decoded, else the error itself. `url`: of the request. */
export function refuseUndecodable(error: unknown, file: ReceivedFile, url: string): never {
  if (!(error instanceof UndecodableImageError)) throw error
  const { filename: value, field: path } = file
  throw invalidParams([{ type: 'field', value, msg: error.message, path, location: 'body' }], url)
}
