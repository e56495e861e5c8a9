import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, stat, truncate } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProtocolError, type ContentRange, type ExpectedChecksum } from './resumable-protocol.ts'

/** ms without a byte after which a half-dead connection is cut, so that the client can come back. */
const idleTimeout = 30_000

export interface Chunk {
  range: ContentRange & { start: number }
  /** Of the request; undefined when the body is sent in pieces of unknown number. */
  contentLength: number | undefined
  checksum: ExpectedChecksum | undefined
  body: IncomingMessage
}

/** Bytes on disk; 0 when there is no file yet. */
export async function receivedBytes(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

/**
 * Writes a chunk at its place and returns the bytes that the file has now. The file is always a gapless beginning of
 * the upload: a chunk that starts before its end replaces the rest, one that starts after it is refused. What came of
 * a chunk before the connection broke is kept, unless it has a checksum, which could not be verified.
 * `size`: declared bytes of the whole.
 */
export async function writeChunk(path: string, size: number, chunk: Chunk): Promise<number> {
  const { range, contentLength, checksum } = chunk
  const declared = range.end === undefined ? contentLength : range.end - range.start + 1
  const length = contentLength ?? declared
  if (length === undefined || declared !== length) throw new ProtocolError('FileConflict')
  if ((range.total ?? 0) > size || range.start + length > size) throw new ProtocolError('FileConflict')

  const before = await receivedBytes(path)
  if (range.start > before) throw new ProtocolError('FileConflict', `The upload goes on at byte ${before}.`)
  if (before === 0) await createFile(path)
  else if (range.start < before) await truncate(path, range.start)

  const counter = new ChunkCounter(length, checksum)
  chunk.body.setTimeout?.(idleTimeout, () => chunk.body.destroy())
  try {
    await pipeline(chunk.body, counter, createWriteStream(path, { flags: 'r+', start: range.start }))
  } catch (error) {
    const conflict = error instanceof ProtocolError
    if (conflict || checksum) await truncate(path, range.start)
    if (conflict) throw error
    if (chunk.body.destroyed && !chunk.body.complete) throw new ProtocolError('RequestAborted')
    throw error
  }
  if (counter.received !== length || !counter.matches()) {
    await truncate(path, range.start)
    throw new ProtocolError(counter.received === length ? 'ChecksumMismatch' : 'FileConflict')
  }
  return range.start + length
}

async function createFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await (await open(path, 'a', 0o600)).close()
}

/** Refuses bytes beyond the announced length and digests what passes. */
class ChunkCounter extends Transform {
  received = 0
  #length: number
  #expected: ExpectedChecksum | undefined
  #digest: ReturnType<typeof createHash> | undefined

  constructor(length: number, expected: ExpectedChecksum | undefined) {
    super()
    this.#length = length
    this.#expected = expected
    this.#digest = expected && createHash(expected.algorithm)
  }

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null, data?: Buffer) => void) {
    this.received += bytes.length
    if (this.received > this.#length) return done(new ProtocolError('FileConflict'))
    this.#digest?.update(bytes)
    done(null, bytes)
  }

  matches(): boolean {
    return this.#digest === undefined || this.#digest.digest('base64') === this.#expected!.value
  }
}
