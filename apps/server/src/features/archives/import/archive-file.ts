import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Entry, ZipFile } from 'yauzl'

/** Why an archive is not read; told to the one who sent it. */
export class ArchiveError extends Error {}

const mebi = 1024 * 1024

/** Spec 02 §4.2; bytes unpacked are at most twice those of the archive, or `totalFloor`. */
const limits = { entries: 10_000, totalFloor: 1024 * mebi, json: 128 * mebi }

export interface Archive {
  /** Parsed; undefined when the archive has no such file. Throws ArchiveError. */
  json(name: string): Promise<unknown>
  /** A file that a JSON file in `peertube/` names (`../files/…`); undefined when it is not there. */
  find(reference: string): ArchiveEntry | undefined
  close(): void
}

export interface ArchiveEntry {
  /** In the archive. */
  name: string
  /** Bytes, checked while it is read. */
  size: number
  read(): Promise<Buffer>
  extract(path: string, signal: AbortSignal): Promise<void>
}

/**
 * Opens a ZIP from somewhere and reads its directory. Names that leave it, links, encrypted files, twins, too many
 * files or too many bytes are refused before anything is unpacked. Throws ArchiveError.
 */
export async function openArchive(path: string): Promise<Archive> {
  const archiveSize = (await stat(path)).size
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(path, options).catch(refuse)
  try {
    const entries = await readDirectory(zip, Math.max(2 * archiveSize, limits.totalFloor))
    const open = (entry: Entry) => zip.openReadStreamPromise(entry).catch(refuse)
    const toEntry = (entry: Entry): ArchiveEntry => ({
      name: entry.fileName,
      size: entry.uncompressedSize,
      read: async () => buffer(await open(entry)).catch(refuse),
      extract: async (target, signal) =>
        pipeline(await open(entry), createWriteStream(target, { mode: 0o600 }), { signal }),
    })
    return {
      async json(name) {
        const entry = entries.get(name)
        if (!entry) return undefined
        if (entry.uncompressedSize > limits.json) throw new ArchiveError(`${name} is too large.`)
        return parse(name, await toEntry(entry).read())
      },
      find(reference) {
        const name = posix.join('peertube', reference)
        const entry = name.startsWith('files/') ? entries.get(name) : undefined
        return entry && toEntry(entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readDirectory(zip: ZipFile, totalLimit: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new ArchiveError(`More than ${limits.entries} files.`)
  const entries = new Map<string, Entry>()
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry
      if (entries.has(name)) throw new ArchiveError(`${name} is there twice.`)
      if (isLink(entry)) throw new ArchiveError(`${name} is a link.`)
      if (entry.isEncrypted()) throw new ArchiveError(`${name} is encrypted.`)
      total += entry.uncompressedSize
      if (total > totalLimit) throw new ArchiveError('It holds more than an archive of its size may hold.')
      entries.set(name, entry)
    }
  } catch (error) {
    refuse(error)
  }
  return entries
}

/** Made on a system with file modes, and of the type "symbolic link". */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function refuse(error: unknown): never {
  if (error instanceof ArchiveError) throw error
  throw new ArchiveError(`This is no ZIP that can be read: ${(error as Error).message}`, { cause: error })
}

function parse(name: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch (error) {
    throw new ArchiveError(`${name} is no JSON.`, { cause: error })
  }
}
