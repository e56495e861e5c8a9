import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { json } from 'node:stream/consumers'
import { createZstdDecompress } from 'node:zlib'
import { extract as createExtract } from 'tar-stream'
import {
  archiveEndName,
  archiveFormat,
  archiveStartName,
  type ArchiveEnd,
  type ArchiveStart,
} from './archive-format.ts'

/** Bytes unpacked at once: each piece is a trip to another thread. */
const blockSize = 1024 * 1024

/** The file is no whole backup; the message says why, for people. */
export class DamagedBackupError extends Error {
  override name = 'DamagedBackupError'
}

export interface ArchiveHandler {
  start(start: ArchiveStart): Promise<void>
  /** Must read the content to its end. */
  entry(name: string, size: number, content: Readable): Promise<void>
  /** Bytes of the file that were read. */
  progress?(bytes: number): void
}

/**
 * Reads a backup once, from front to back. Nothing that `handler` got may be used before this has returned: only then
 * its checksum is known to be right. Throws a DamagedBackupError.
 */
export async function readArchive(path: string, handler: ArchiveHandler): Promise<ArchiveEnd> {
  const extract = createExtract()
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      handler.progress?.(chunk.length)
      done(null, chunk)
    },
  })
  const feeding = pipeline(
    createReadStream(path, { highWaterMark: blockSize }),
    counter,
    createZstdDecompress({ chunkSize: blockSize }),
    extract,
  )
  // Its failure also ends the loop below.
  feeding.catch(() => {})
  try {
    const end = await readEntries(extract, handler)
    await feeding
    return end
  } catch (error) {
    extract.destroy()
    const cause: Error = await feeding.then(
      () => error as Error,
      (failure: Error) => (isPremature(failure) ? (error as Error) : failure),
    )
    throw explain(path, cause)
  }
}

async function readEntries(extract: ReturnType<typeof createExtract>, handler: ArchiveHandler): Promise<ArchiveEnd> {
  const hash = createHash('sha256')
  let entries = 0
  let bytes = 0
  let end: ArchiveEnd | undefined
  for await (const entry of extract) {
    const { name, size, type } = entry.header
    const content = Readable.from(entry)
    if (end) throw new DamagedBackupError('something follows its end')
    if (name === archiveEndName) {
      end = (await json(content)) as ArchiveEnd
      continue
    }
    if (type !== 'file' || (entries === 0) !== (name === archiveStartName)) {
      throw new DamagedBackupError(`an entry is not as a backup has it: ${name}`)
    }
    hash.update(`${name}\0${size}\0`)
    const hashed = content.compose(
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      }),
    ) as unknown as Readable
    if (name === archiveStartName) await handler.start(checkStart((await json(hashed)) as ArchiveStart))
    else await handler.entry(name, size, hashed)
    entries++
    bytes += size
  }
  if (!end) throw new DamagedBackupError('its end is missing')
  if (end.entries !== entries || end.bytes !== bytes || end.sha256 !== hash.digest('hex')) {
    throw new DamagedBackupError('its checksum is wrong')
  }
  return end
}

function checkStart(start: ArchiveStart): ArchiveStart {
  if (start.format === archiveFormat) return start
  throw new Error(
    `This backup has format ${start.format}, this Sepiola knows ${archiveFormat}: use the version that made it (${start.version}) or a newer one`,
  )
}

const damage: Readonly<Record<string, string>> = {
  ZSTD_error_prefix_unknown: 'it is no backup of Sepiola',
  Z_BUF_ERROR: 'it ends in the middle',
  ZSTD_error_corruption_detected: 'its content was changed',
  ZSTD_error_checksum_wrong: 'its checksum is wrong',
}

function explain(path: string, error: Error): Error {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') {
    return new Error(`${path} cannot be read: ${error.message}`, { cause: error })
  }
  const fromTar = /Unexpected end of data|Invalid tar header/.test(error.message)
  const reason = damage[code] ?? (fromTar ? 'it ends in the middle or is no backup' : undefined)
  if (error instanceof DamagedBackupError || error instanceof SyntaxError || reason || code.startsWith('ZSTD_')) {
    return new DamagedBackupError(`${path} is damaged: ${reason ?? error.message}. Take another backup.`, {
      cause: error,
    })
  }
  return error
}

function isPremature(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
