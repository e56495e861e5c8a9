import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Context } from '#foundation/context.ts'
import { fetchRemoteFile } from '#foundation/net/fetch-remote-file.ts'
import { readDatabase } from './geo-database.ts'

/** bytes, compressed or not: the largest free databases of cities have half of it */
const maxBytes = 256 * 1024 * 1024
/** ms */
const longest = 600_000

/**
 * Fetches a database of addresses: as it is, compressed with gzip, or in a tar archive. Takes its place at `path` only
 * when it is whole. Throws what `fetchRemoteFile` does, and plain Errors when it is no such database.
 */
export async function fetchGeoDatabase(ctx: Context, url: string, path: string): Promise<void> {
  const signal = AbortSignal.any([ctx.stopping, AbortSignal.timeout(longest)])
  const allowPrivate = !ctx.settings.current.federation.prevent_ssrf
  await ctx.storage.withTemporaryFolder(async (folder) => {
    const fetched = join(folder, 'fetched')
    await fetchRemoteFile({ url, allowPrivate, signal }, fetched, { maxBytes })
    const unzipped = await unzip(fetched, join(folder, 'unzipped'), signal)
    const database = await unpack(unzipped, join(folder, 'unpacked'), signal)
    await readDatabase(database)
    await mkdir(dirname(path), { recursive: true })
    // Both may lie on different disks.
    await copyFile(database, `${path}.new`)
    await rename(`${path}.new`, path)
  })
}

async function unzip(path: string, target: string, signal: AbortSignal): Promise<string> {
  const start = await firstBytes(path)
  if (start[0] !== 0x1f || start[1] !== 0x8b) return path
  await pipeline(createReadStream(path), createGunzip(), limit(), createWriteStream(target), { signal })
  return target
}

async function unpack(path: string, target: string, signal: AbortSignal): Promise<string> {
  if ((await firstBytes(path)).subarray(257, 262).toString('latin1') !== 'ustar') return path
  const { extract } = await import('tar-stream')
  const entries = extract()
  const reading = pipeline(createReadStream(path), entries, { signal })
  // Whoever has found the entry reads no further.
  reading.catch(() => {})
  for await (const entry of entries) {
    if (entry.header.type !== 'file' || !entry.header.name.endsWith('.mmdb')) {
      entry.resume()
      continue
    }
    await pipeline(entry, limit(), createWriteStream(target), { signal })
    return target
  }
  await reading
  throw new Error('The archive has no database (.mmdb).')
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function limit(): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > maxBytes ? new Error(`The database has more than ${maxBytes} bytes.`) : null, chunk)
    },
  })
}
