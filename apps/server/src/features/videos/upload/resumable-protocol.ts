import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Refusals of the protocol itself; the body is `{ error: { code, message } }` (spec 03 §3.3). */
export class ProtocolError extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>

  constructor(code: ProtocolErrorCode, message?: string) {
    const [status, text] = protocolErrors[code]
    super(message ?? text)
    this.status = status
    this.code = code
    this.headers = code === 'UploadBeingProcessed' ? { 'Retry-After': '300' } : {}
  }

  body() {
    return { error: { code: this.code, message: this.message } }
  }
}

const protocolErrors = {
  BadRequest: [400, 'The request cannot be read.'],
  InvalidRange: [400, 'The Content-Range header is missing or wrong.'],
  UnsupportedChecksumAlgorithm: [400, 'This checksum algorithm is not supported.'],
  Forbidden: [403, 'This upload belongs to somebody else.'],
  FileNotFound: [404, 'There is no such upload.'],
  FileConflict: [409, 'The chunk does not fit the upload.'],
  FileLocked: [423, 'A chunk of this upload is being written.'],
  ChecksumMismatch: [460, 'The checksum of the chunk is different.'],
  RequestAborted: [499, 'The connection was lost.'],
  UploadBeingProcessed: [503, 'The upload is complete and being processed.'],
} as const
export type ProtocolErrorCode = keyof typeof protocolErrors

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** First part of all upload ids of a user: tells "somebody else's" from "unknown". */
function userPart(userId: number): string {
  return hash(`upload of user ${userId}`).slice(0, 16)
}

/** The same user, name, size and time give the same id, so that a client which lost it can go on (spec 03 §3.3). */
export function uploadId(userId: number, name: string, size: number, lastModified: string | number): string {
  return `${userPart(userId)}-${hash(JSON.stringify([name, size, String(lastModified)])).slice(0, 32)}`
}

export function isUploadIdOf(userId: number, id: string): boolean {
  return id.startsWith(`${userPart(userId)}-`)
}

export interface ContentRange {
  /** First byte of the chunk; undefined = the client asks for the offset. */
  start: number | undefined
  /** Last byte, inclusive. */
  end: number | undefined
  total: number | undefined
}

/** `bytes 0-99/1000`, `bytes 0-99/*`, `bytes *\/1000`. */
export function parseContentRange(header: string | undefined): ContentRange {
  const match = /^\s*bytes\s+(?:(\d+)-(\d+|\*)?|\*)\/(\d+|\*)\s*$/.exec(header ?? '')
  if (!match) throw new ProtocolError('InvalidRange')
  const number = (text: string | undefined) => (text === undefined || text === '*' ? undefined : Number(text))
  const range = { start: number(match[1]), end: number(match[2]), total: number(match[3]) }
  if (range.start !== undefined && range.end !== undefined && range.end < range.start) {
    throw new ProtocolError('InvalidRange')
  }
  return range
}

export interface ExpectedChecksum {
  algorithm: 'md5' | 'sha1' | 'sha256'
  /** base64 */
  value: string
}

const checksumNames: Readonly<Record<string, ExpectedChecksum['algorithm']>> = {
  md5: 'md5',
  sha: 'sha1',
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
}

/** From `Content-MD5` or `Digest`. */
export function readChecksum(headers: IncomingHttpHeaders): ExpectedChecksum | undefined {
  const md5 = headers['content-md5']
  if (typeof md5 === 'string' && md5 !== '') return { algorithm: 'md5', value: md5 }
  const digest = headers['digest']
  if (typeof digest !== 'string' || digest === '') return undefined
  const at = digest.indexOf('=')
  const name = digest
    .slice(0, at === -1 ? undefined : at)
    .trim()
    .toLowerCase()
  const algorithm = Object.hasOwn(checksumNames, name) ? checksumNames[name] : undefined
  if (!algorithm || at === -1) throw new ProtocolError('UnsupportedChecksumAlgorithm')
  return { algorithm, value: digest.slice(at + 1).trim() }
}

/** Where the client sends its chunks; without scheme unless a proxy says which one it speaks. */
export function uploadLocation(headers: IncomingHttpHeaders, path: string, id: string): string {
  const forwarded = headers['x-forwarded-proto']
  const scheme = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim().toLowerCase()
  const prefix = scheme === 'http' || scheme === 'https' ? `${scheme}:` : ''
  return `${prefix}//${headers.host ?? ''}${path}?upload_id=${encodeURIComponent(id)}`
}
