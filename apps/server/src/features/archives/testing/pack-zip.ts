import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A ZIP of files: buffers as they are, everything else as JSON. `linkMode`: this one is marked as a symbolic link. */
export function packZip(files: Record<string, unknown>, { linkMode }: { linkMode?: string } = {}): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
    zip.addBuffer(bytes, name, { mode: name === linkMode ? 0o120777 : 0o100644 })
  }
  zip.end()
  return buffer(zip.outputStream)
}
