import type { ReceivedFile } from '../http/implement.ts'
import { refuseUndecodable } from './refuse-undecodable.ts'
import { readImageSize } from './resize-image.ts'

/** Throws 400 that names the field when what was sent is no picture; `url`: of the request. */
export async function requireReadableImage(file: ReceivedFile | undefined, url: string): Promise<void> {
  if (file) await readImageSize(file.path).catch((error: unknown) => refuseUndecodable(error, file, url))
}
