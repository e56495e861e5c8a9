import { createWriteStream } from 'node:fs'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** ms */
const headersTimeout = 15_000
const idleTimeout = 30_000

export interface RemoteRequest {
  url: string
  /** Also addresses that are none of the public internet. */
  allowPrivate: boolean
  signal: AbortSignal
  /** Besides ours; not kept when it leads to another host. */
  headers?: Readonly<Record<string, string>>
}

export interface RemoteFile {
  /** Without parameters, lower case; empty when it was not told. */
  mimeType: string
  /** As the server names it, else the last part of the address; may be empty. */
  filename: string
  /** Bytes; undefined when it was not told. */
  size: number | undefined
}

/** The file has more bytes than it may have. */
export class TooLargeError extends Error {
  override name = 'TooLargeError'
}

/** What an address is, without reading it. Throws as `fetchRemoteFile` does. */
export async function describeRemoteFile(remote: RemoteRequest): Promise<RemoteFile> {
  const { file, body } = await open(remote)
  body.on('error', () => {})
  body.destroy()
  return file
}

/**
 * Fetches an address into a local file. `onBytes` is told how many have come. Throws a PrivateAddressError, a
 * TooLargeError, or a plain Error: not reachable, too slow, another status than 200.
 */
export async function fetchRemoteFile(
  remote: RemoteRequest,
  path: string,
  { maxBytes, onBytes }: { maxBytes: number; onBytes?: (received: number, size: number | undefined) => void },
): Promise<RemoteFile & { size: number }> {
  const { file, body } = await open(remote)
  let received = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length
      onBytes?.(received, file.size)
      done(received > maxBytes ? tooLarge(maxBytes) : null, chunk)
    },
  })
  if ((file.size ?? 0) > maxBytes) {
    body.on('error', () => {})
    body.destroy()
    throw tooLarge(maxBytes)
  }
  await pipeline(body, count, createWriteStream(path), { signal: remote.signal })
  if (file.size !== undefined && file.size !== received) {
    throw new Error(`Of ${file.size} bytes only ${received} came.`)
  }
  return { ...file, size: received }
}

async function open({
  url,
  allowPrivate,
  signal,
  headers: more,
}: RemoteRequest): Promise<{ file: RemoteFile; body: Readable }> {
  const { requestRemote } = await import('./request-remote.ts')
  const { statusCode, headers, body, context } = await requestRemote(url, {
    allowPrivate,
    signal,
    headersTimeout,
    bodyTimeout: idleTimeout,
    // Compressed, it would have another length than it says.
    headers: { accept: '*/*', 'accept-encoding': 'identity', ...more },
  })
  if (statusCode !== 200) {
    body.on('error', () => {})
    body.destroy()
    throw new Error(`${new URL(url).host} answered with status ${statusCode}.`)
  }
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  const last = (context as { history?: URL[] } | undefined)?.history?.at(-1) ?? new URL(url)
  const length = Number(header('content-length'))
  const isPlain = (header('content-encoding') ?? 'identity') === 'identity'
  return {
    body,
    file: {
      mimeType: (header('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
      filename: nameOf(header('content-disposition')) ?? lastPart(last),
      size: isPlain && header('content-length') !== undefined && length >= 0 ? length : undefined,
    },
  }
}

function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError(`The file is larger than ${maxBytes} bytes, which is what may be stored.`)
}

/** `attachment; filename*=UTF-8''a%20b.mp4; filename="a b.mp4"` → `a b.mp4` */
function nameOf(disposition: string | undefined): string | undefined {
  const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (extended !== undefined) return decoded(extended.trim())
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? '')
  return plain?.[1]?.replaceAll(/\\(.)/g, '$1') ?? plain?.[2]
}

function lastPart(url: URL): string {
  return decoded(url.pathname.split('/').at(-1)!)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
