import { readFile } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { LRUCache } from 'lru-cache'
import type { Context } from '#foundation/context.ts'

/** Bytes. Thumbnails, playlists, captions and short fragments stay below. */
const largestSmallFile = 128 * 1024
const memory = 8 * 1024 * 1024

interface Kept {
  content: Buffer
  size: number
  modified: number
}

const filesOf = new WeakMap<Context, LRUCache<string, Kept>>()

/**
 * The content of a small file, from memory while its size and date are those that it was read with: fresh memory for
 * every answer costs more than the rest of it. Undefined for larger files.
 */
export async function readSmallFile(ctx: Context, path: string, stat: Stats): Promise<Buffer | undefined> {
  if (stat.size > largestSmallFile) return undefined
  let files = filesOf.get(ctx)
  if (!files) {
    files = new LRUCache({ maxSize: memory, sizeCalculation: (kept, key) => kept.content.length + key.length + 100 })
    filesOf.set(ctx, files)
  }
  const kept = files.get(path)
  if (kept && kept.size === stat.size && kept.modified === stat.mtimeMs) return kept.content
  const content = await readFile(path)
  // Replaced between the two looks: this answer is streamed, the next one reads again.
  if (content.length !== stat.size) return undefined
  files.set(path, { content, size: stat.size, modified: stat.mtimeMs })
  return content
}
