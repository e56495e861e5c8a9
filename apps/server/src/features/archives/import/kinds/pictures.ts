import { extname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { fileRules } from '@sepiola/contract/limits.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import type { Import } from '../bring-in.ts'

/** A picture of the archive as if it had been sent; undefined when there is none that the API would take. */
export async function takePicture(
  run: Import,
  reference: string | null | undefined,
  rules: (typeof fileRules)['actorImage' | 'videoImage'],
): Promise<ReceivedFile | undefined> {
  const entry = reference ? run.archive.find(reference) : undefined
  if (!entry || entry.size > rules.maxSize) return undefined
  const extension = extname(entry.name).toLowerCase()
  if (!(rules.extensions as readonly string[]).includes(extension.slice(1))) return undefined
  const filename = `${randomUUID()}${extension}`
  const path = join(run.folder, filename)
  await entry.extract(path, run.signal)
  return { field: 'picture', filename, mimeType: `image/${extension.slice(1)}`, path, size: entry.size }
}
