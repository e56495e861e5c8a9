import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { pack as createPack, type Pack } from 'tar-stream'
import { archiveEndName, archiveStartName, type ArchiveEnd, type ArchiveStart } from './archive-format.ts'

/** Bytes given to the compressor at once: each piece is a trip to another thread. */
const blockSize = 1024 * 1024

const zstdOptions = {
  chunkSize: blockSize,
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
}

/**
 * Streams a backup into one file (tar, compressed with zstd): memory stays flat. The file gets its name when it is
 * whole; until then it ends in `.unfinished`. Only its owner may read it, for it holds secrets.
 */
export class ArchiveWriter {
  readonly #pack: Pack = createPack()
  readonly #hash = createHash('sha256')
  readonly #path: string | undefined
  readonly #written: Promise<void>
  #entries = 0
  #bytes = 0
  /** Compressed bytes so far. */
  writtenBytes = 0

  /** `-` writes to `output`. */
  static async create(path: string, start: ArchiveStart, output: Writable = process.stdout): Promise<ArchiveWriter> {
    const file = path === '-' ? undefined : await open(unfinishedArchive(path), 'w', 0o600)
    const writer = new ArchiveWriter(file && path, file ? file.createWriteStream({ flush: true }) : output)
    await writer.add(archiveStartName, JSON.stringify(start))
    return writer
  }

  private constructor(path: string | undefined, target: Writable) {
    this.#path = path
    const count = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.writtenBytes += chunk.length
        done(null, chunk)
      },
    })
    this.#written = pipeline(this.#pack, collectBlocks(), createZstdCompress(zstdOptions), count, target)
    // Its failure is reported by the next call.
    this.#written.catch(() => {})
  }

  /** Bytes of content so far. */
  get bytes(): number {
    return this.#bytes
  }

  async add(name: string, content: string | Buffer): Promise<void> {
    const bytes = Buffer.from(content)
    await this.addStream(name, bytes.length, Readable.from([bytes]))
  }

  /** `size` must be what the stream gives. */
  async addStream(name: string, size: number, content: Readable, report = (_bytes: number) => {}): Promise<void> {
    this.#hash.update(`${name}\0${size}\0`)
    const entry = this.#pack.entry({ name, size, mode: 0o600, mtime: new Date() })
    const hashing = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.#hash.update(chunk)
        report(chunk.length)
        done(null, chunk)
      },
    })
    // A full disk ends the output, and then nobody takes the entry any more.
    await Promise.race([pipeline(content, hashing, entry), this.#brokenOutput()])
    this.#entries++
    this.#bytes += size
  }

  async finish(end: Pick<ArchiveEnd, 'gone'>): Promise<void> {
    const closing: ArchiveEnd = { ...end, entries: this.#entries, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
    const entry = Buffer.from(JSON.stringify(closing))
    this.#pack.entry({ name: archiveEndName, mode: 0o600 }, entry)
    this.#pack.finalize()
    await this.#written
    if (this.#path) await rename(unfinishedArchive(this.#path), this.#path)
  }

  /** Removes what was written. */
  async abort(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => {})
    if (this.#path) await rm(unfinishedArchive(this.#path), { force: true })
  }

  async #brokenOutput(): Promise<never> {
    await this.#written
    throw new Error('The output of the backup ended too early')
  }
}

/** What an archive is called until it is whole. */
export function unfinishedArchive(path: string): string {
  return `${path}.unfinished`
}

function collectBlocks(): Transform {
  let parts: Buffer[] = []
  let size = 0
  const take = () => {
    const block = Buffer.concat(parts)
    parts = []
    size = 0
    return block
  }
  return new Transform({
    highWaterMark: blockSize,
    transform(part: Buffer, _encoding, done) {
      parts.push(part)
      size += part.length
      if (size < blockSize) done()
      else done(null, take())
    },
    flush: (done) => done(null, take()),
  })
}
