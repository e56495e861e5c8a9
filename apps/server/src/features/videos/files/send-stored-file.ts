import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { basename, dirname, extname } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import send from '@fastify/send'
import type { Context } from '#foundation/context.ts'
import { Problem, problem } from '#foundation/http/problem.ts'
import { isMissingFile } from '#foundation/storage/is-missing-file.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { readSmallFile } from './small-files.ts'

export interface SendOptions {
  /** ms that clients may keep it; absent = they ask again. */
  maxAge?: number
  /** Absent: by extension. */
  contentType?: string
  /** Name under which the client saves it. */
  downloadName?: string
  /** Slows the stream of a large file down. */
  pace?: (stream: Readable) => Readable
}

/** Types that the library does not know or names otherwise (spec 05 §13). */
const types: Readonly<Record<string, string>> = {
  '.m3u8': 'application/vnd.apple.mpegurl; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.srt': 'application/x-subrip; charset=utf-8',
  '.torrent': 'application/x-bittorrent',
  '.mkv': 'video/x-matroska',
  '.ts': 'video/mp2t',
}

/**
 * Answers with a stored file: ranges, conditional requests and HEAD as HTTP has them, ETag from size and date.
 * Throws 404 when it is missing, 416 when the range begins after its end.
 */
export async function sendStoredFile(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  file: { area: StorageArea; key: string },
  options: SendOptions = {},
): Promise<FastifyReply> {
  return ctx.storage.withLocalFile(file.area, file.key, async (path) => {
    // Asked as HEAD, the library decides about status and headers and opens no stream.
    const asked = Object.create(request.raw, { method: { value: 'HEAD' } }) as typeof request.raw
    const found = await send(asked, `/${encodeURIComponent(basename(path))}`, {
      root: dirname(path),
      index: false,
      dotfiles: 'ignore',
      cacheControl: options.maxAge !== undefined,
      maxAge: options.maxAge ?? 0,
    })
    const { statusCode, headers } = found
    if (found.type === 'directory' || (found.type === 'error' && statusCode !== 416)) {
      throw problem(404, 'File not found')
    }
    if (statusCode === 416) {
      const range = String(headers['Content-Range'] ?? '')
      throw problem(416, 'The file has no such part', { headers: { 'content-range': range } })
    }
    const hasContent = statusCode === 200 || statusCode === 206
    const contentType = options.contentType ?? types[extname(file.key)]
    if (contentType && hasContent) headers['Content-Type'] = contentType
    if (options.downloadName !== undefined) reply.header('content-disposition', attachment(options.downloadName))
    reply.code(statusCode).headers(headers)
    if (request.method === 'HEAD' || !hasContent || found.type !== 'file') return reply.send(found.stream)
    const length = Number(headers['Content-Length'])
    const start = Number(/^bytes (\d+)-/.exec(headers['Content-Range'] ?? '')?.[1] ?? 0)
    const small = await readSmallFile(ctx, path, found.metadata.stat).catch(refuseVanished)
    if (small) return reply.send(small.subarray(start, start + length))
    const stream = createReadStream(path, { start, end: start + length - 1, highWaterMark: chunkSize })
    await once(stream, 'open').catch(refuseVanished)
    return reply.send(options.pace ? options.pace(stream) : stream)
  })
}

/** Another file took its place between the look at it and its opening. */
function refuseVanished(error: unknown): never {
  if (isMissingFile(error)) throw problem(404, 'File not found')
  throw error
}

/** Whether it is what `sendStoredFile` throws where there is no such file. */
export const isMissing = (error: unknown): boolean => error instanceof Problem && error.status === 404

/** Bytes that a stream reads at a time. */
const chunkSize = 256 * 1024

/** RFC 6266: the name in ASCII for old clients, and in UTF-8. */
export function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const utf8 = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`
}

/** A file name as parameter: no folders, nothing hidden. Throws 404. */
export function requirePlainName(name: string): string {
  if (!/^[\w-][\w.-]*$/.test(name)) throw problem(404, 'File not found')
  return name
}
