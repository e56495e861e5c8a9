import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import { fileRules } from '@sepiola/contract/limits.ts'
import type { Context } from '#foundation/context.ts'
import { readImageSize, resizeImage } from '#foundation/images/resize-image.ts'
import { fetchRemoteFile } from '#foundation/net/fetch-remote-file.ts'
import { findRemoteSource, findRemoteTorrent, type CopiedArea, type RemoteSource } from './remote-copies.sql.ts'

/** ms (spec 07 §9.7) */
const timeout = 30_000
/** ms for which what could not be had is not asked for again: a page of videos must not hammer a server that is down. */
const rest = 10 * 60_000
/** A page of a federated server shows so many pictures at once that it has never seen. */
const together = 16
/** Bytes. */
const largest = {
  thumbnails: fileRules.videoImage.maxSize,
  avatars: fileRules.videoImage.maxSize,
  storyboards: 4 * fileRules.videoImage.maxSize,
  captions: fileRules.caption.maxSize,
  torrents: 8 * 1024 * 1024,
}

interface Fetching {
  limit: ReturnType<typeof pLimit>
  running: Map<string, Promise<boolean>>
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
export function fetchRemoteCopy(ctx: Context, area: CopiedArea, filename: string): Promise<boolean> {
  const { limit, running, failed } = fetchingFor(ctx)
  const name = `${area}/${filename}`
  if (failed.has(name)) return Promise.resolve(false)
  let copy = running.get(name)
  if (!copy) {
    copy = copyOnce(ctx, limit, area, filename)
      .catch((error: unknown) => {
        ctx.log.info({ err: error, area, filename }, 'A file of another server cannot be had')
        failed.set(name, true)
        return false
      })
      .finally(() => running.delete(name))
    running.set(name, copy)
  }
  return copy
}

async function copyOnce(ctx: Context, limit: Fetching['limit'], area: CopiedArea, filename: string): Promise<boolean> {
  const source = await findRemoteSource(ctx.db, area, filename)
  if (!source) return false
  await limit(() =>
    ctx.storage.withTemporaryFolder(async (folder) => {
      const fetched = join(folder, 'fetched')
      await fetchTo(ctx, source.url, fetched, largest[area])
      await ctx.storage.adopt(area, filename, await checked(area, source, fetched, join(folder, filename)))
    }),
  )
  return true
}

/** What may be shown as ours: a picture that is one, captions that are some. */
async function checked(area: CopiedArea, source: RemoteSource, fetched: string, copy: string): Promise<string> {
  if (area === 'captions') {
    const text = await readFile(fetched, 'utf8')
    if (!text.replace(/^\ufeff/, '').startsWith('WEBVTT')) throw new Error(`${source.url} holds no captions.`)
    return fetched
  }
  const actual = await readImageSize(fetched)
  const { width, height } = source
  const size = width !== null && height !== null ? { width, height } : actual
  await resizeImage({ source: fetched, destination: copy, size })
  return copy
}

/** The torrent of another server, which is not kept; undefined when it is none of theirs, or cannot be had. */
export async function readRemoteTorrent(ctx: Context, filename: string): Promise<Buffer | undefined> {
  const url = await findRemoteTorrent(ctx.db, filename)
  if (!url) return undefined
  try {
    return await fetchingFor(ctx).limit(() =>
      ctx.storage.withTemporaryFolder(async (folder) => {
        const path = join(folder, 'fetched')
        await fetchTo(ctx, url, path, largest.torrents)
        return readFile(path)
      }),
    )
  } catch (error) {
    ctx.log.info({ err: error, filename }, 'A torrent of another server cannot be had')
    return undefined
  }
}

async function fetchTo(ctx: Context, url: string, path: string, maxBytes: number): Promise<void> {
  const signal = AbortSignal.any([ctx.stopping, AbortSignal.timeout(timeout)])
  const allowPrivate = !ctx.settings.current.federation.prevent_ssrf
  await fetchRemoteFile({ url, allowPrivate, signal }, path, { maxBytes })
}
