import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ZipFile } from 'yazl'

export interface ZipEntrySource {
  /** Path in the archive. */
  path: string
  /** Media and pictures are packed already. */
  compress: boolean
  open: () => Promise<Readable>
}

/**
 * Writes a ZIP of entries that are asked for one after the other: each is opened when the one before is written, so
 * that neither their contents nor many open files are held. `path` is overwritten; it is whole when this resolves.
 */
export async function writeZip(
  path: string,
  entries: Iterable<ZipEntrySource> | AsyncIterable<ZipEntrySource>,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (total: number) => void },
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const yazl = await import('yazl')
  const zip = new yazl.ZipFile()
  const failed = new AbortController()
  const fail = (error: unknown) => failed.abort(error)
  zip.on('error', fail)
  let written = 0
  const counter = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      written += bytes.length
      onBytes(written)
      done(null, bytes)
    },
  })
  const stop = AbortSignal.any([signal, failed.signal])
  const output = pipeline(zip.outputStream, counter, createWriteStream(path, { mode: 0o600 }), { signal: stop })
  // Told by the pipeline: that the other one fails then, too, says nothing new.
  const adding = addAll(zip, entries, stop).catch(fail)
  try {
    await output
    await adding
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : signal.aborted ? signal.reason : error
  }
}

async function addAll(
  zip: ZipFile,
  entries: Iterable<ZipEntrySource> | AsyncIterable<ZipEntrySource>,
  stop: AbortSignal,
): Promise<void> {
  let current: Readable | undefined
  const stopped = new Promise<void>((done) => stop.addEventListener('abort', () => done(), { once: true }))
  void stopped.then(() => current?.destroy())
  for await (const { path, compress, open } of entries) {
    const read = new Promise<void>((done, reject) => {
      zip.addReadStreamLazy(path, { compress, mode: 0o100644 }, (give) => {
        open().then((stream) => {
          current = stream
          stream.once('error', reject)
          stream.once('end', done)
          give(null, stream)
        }, reject)
      })
    })
    await Promise.race([read, stopped])
    if (stop.aborted) return
  }
  zip.end()
}
