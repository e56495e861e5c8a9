import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import { fileRules } from '@sepiola/contract/limits.ts'
import type { Context } from '#foundation/context.ts'
import { resizeImage } from '#foundation/images/resize-image.ts'
import { fetchRemoteFile } from '#foundation/net/fetch-remote-file.ts'
import { findRemoteSource, findRemoteTorrent, type CopiedArea, type RemoteSource } from './remote-copies.sql.ts'

/** ms (spec 07 §9.7) */
const timeout = 30_000
/** ms for which what could not be had is not asked for again: a page of videos must not hammer a server that is down. */
const rest = 10 * 60_000
/** A page of a federated server shows so many pictures at once that it has never seen. */
const together = 16
/** Bytes. */
const largest: Record<CopiedArea | 'torrents', number> = {
  thumbnails: fileRules.videoImage.maxSize,
  avatars: fileRules.videoImage.maxSize,
  storyboards: 4 * fileRules.videoImage.maxSize,
  captions: fileRules.caption.maxSize,
  torrents: 8 * 1024 * 1024,
}

interface Fetching {
  limit: ReturnType<typeof pLimit>
  running: Map<string, Promise<unknown>>
  failed: LRUCache<string, true>
}

const fetchingOf = new WeakMap<Context, Fetching>()

function fetchingFor(ctx: Context): Fetching {
  let fetching = fetchingOf.get(ctx)
  if (!fetching) {
    const failed = new LRUCache<string, true>({ max: 10_000, ttl: rest })
    fetching = { limit: pLimit(together), running: new Map(), failed }
    fetchingOf.set(ctx, fetching)
  }
  return fetching
}

/**
 * Fetches the file of another server that was asked for and is not here (any more), and keeps it: pictures in the size
 * that was announced (spec 07 §9.7). Resolves to false when there is none, or it cannot be had.
 */
export async function fetchRemoteCopy(ctx: Context, area: CopiedArea, filename: string): Promise<boolean> {
  const copied = await fetchOnce(ctx, area, filename, async () => {
    const source = await findRemoteSource(ctx.db, area, filename)
    if (!source) return undefined
    await withFetched(ctx, area, source.url, async (fetched, folder) => {
      const copy = await checked(area, source, fetched, join(folder, filename))
      await ctx.storage.adopt(area, filename, copy)
    })
    return true
  })
  return copied === true
}

/** The torrent of another server, which is not kept; undefined when it is none of theirs, or cannot be had. */
export function readRemoteTorrent(ctx: Context, filename: string): Promise<Buffer | undefined> {
  return fetchOnce(ctx, 'torrents', filename, async () => {
    const url = await findRemoteTorrent(ctx.db, filename)
    return url === undefined ? undefined : withFetched(ctx, 'torrents', url, (fetched) => readFile(fetched))
  })
}

/** All who ask for a file at once get the same; once it could not be had, undefined without a question for a while. */
function fetchOnce<T>(
  ctx: Context,
  area: keyof typeof largest,
  filename: string,
  fetch: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const { running, failed } = fetchingFor(ctx)
  const name = `${area}/${filename}`
  if (failed.has(name)) return Promise.resolve(undefined)
  const before = running.get(name) as Promise<T | undefined> | undefined
  if (before) return before
  const fetched = fetch()
    .catch((error: unknown) => {
      ctx.log.info({ err: error, area, filename }, 'A file of another server cannot be had')
      failed.set(name, true)
      return undefined
    })
    .finally(() => running.delete(name))
  running.set(name, fetched)
  return fetched
}

/** `use` gets the file of that address, and the folder it is in, which is removed afterwards. */
function withFetched<T>(
  ctx: Context,
  area: keyof typeof largest,
  url: string,
  use: (fetched: string, folder: string) => Promise<T>,
): Promise<T> {
  return fetchingFor(ctx).limit(() =>
    ctx.storage.withTemporaryFolder(async (folder) => {
      const fetched = join(folder, 'fetched')
      const signal = AbortSignal.any([ctx.stopping, AbortSignal.timeout(timeout)])
      const allowPrivate = !ctx.settings.current.federation.prevent_ssrf
      await fetchRemoteFile({ url, allowPrivate, signal }, fetched, { maxBytes: largest[area] })
      return use(fetched, folder)
    }),
  )
}

/** What may be shown as ours: a picture that is one, captions that are some. */
async function checked(area: CopiedArea, source: RemoteSource, fetched: string, copy: string): Promise<string> {
  if (area === 'captions') {
    const text = await readFile(fetched, 'utf8')
    if (!text.replace(/^\ufeff/, '').startsWith('WEBVTT')) throw new Error(`${source.url} holds no captions.`)
    return fetched
  }
  const { width, height } = source
  const size = width !== null && height !== null ? { width, height } : undefined
  await resizeImage({ source: fetched, destination: copy, size })
  return copy
}
