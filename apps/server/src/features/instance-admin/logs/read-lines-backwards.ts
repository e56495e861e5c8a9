import { open } from 'node:fs/promises'

const chunkSize = 256 * 1024
const newLine = 0x0a

/** Lines of a UTF-8 file, last first, without their line ends; only what is asked for is read. */
export async function* readLinesBackwards(path: string): AsyncGenerator<string> {
  const file = await open(path)
  try {
    let end = (await file.stat()).size
    // Parts of the line whose beginning is not read yet, first part first.
    let rest: Buffer[] = []
    while (end > 0) {
      const start = Math.max(0, end - chunkSize)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
      let chunk = buffer.subarray(0, bytesRead)
      for (let at = chunk.lastIndexOf(newLine); at !== -1; at = chunk.lastIndexOf(newLine)) {
        yield Buffer.concat([chunk.subarray(at + 1), ...rest]).toString()
        rest = []
        chunk = chunk.subarray(0, at)
      }
      rest.unshift(chunk)
      end = start
    }
    yield Buffer.concat(rest).toString()
  } finally {
    await file.close()
  }
}
