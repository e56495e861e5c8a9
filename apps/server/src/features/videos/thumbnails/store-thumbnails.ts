import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { resizeImage, UndecodableImageError } from '#foundation/images/resize-image.ts'
import type { StoredThumbnail } from './save-thumbnails.ts'

export interface ThumbnailSource {
  /** Local file; it stays. */
  path: string
  /** Of the results, with its dot: `.jpg`, `.png`, `.webp`. */
  extension: string
  automaticallyGenerated: boolean
  /** Of the names of the results. */
  prefix?: string
}

/**
 * Makes every size of `thumbnails.sizes` out of one image and stores them (spec 05 §18). The rows are the caller's to
 * write. Throws 400 when the image cannot be decoded.
 */
export async function storeThumbnails(ctx: Context, source: ThumbnailSource): Promise<StoredThumbnail[]> {
  const sizes = [...ctx.settings.current.thumbnails.sizes].sort((a, b) => b.width - a.width)
  const stored: StoredThumbnail[] = []
  try {
    await ctx.storage.withTemporaryFolder(async (folder) => {
      for (const { width, height, aspect_ratio: aspectRatio } of sizes) {
        const filename = `${source.prefix ?? ''}${randomUUID()}${source.extension.toLowerCase()}`
        const destination = join(folder, filename)
        await resizeImage({ source: source.path, destination, size: { width, height } })
        await ctx.storage.adopt('thumbnails', filename, destination)
        stored.push({
          filename,
          width,
          height,
          aspectRatio: aspectRatio ?? guessAspectRatio(width, height),
          automaticallyGenerated: source.automaticallyGenerated,
        })
      }
    })
    return stored
  } catch (error) {
    for (const { filename } of stored) await ctx.storage.remove('thumbnails', filename)
    if (error instanceof UndecodableImageError) throw problem(400, 'The thumbnail is no readable image.')
    throw error
  }
}

const known: readonly (readonly [name: string, ratio: number])[] = [
  ['16:9', 16 / 9],
  ['16:10', 16 / 10],
  ['4:3', 4 / 3],
  ['5:4', 5 / 4],
  ['1:1', 1],
]

/** The known ratio that is nearest (spec 05 §18). */
export function guessAspectRatio(width: number, height: number): string {
  const ratio = width / height
  const distance = (other: readonly [string, number]) => Math.abs(other[1] - ratio)
  return known.reduce((best, other) => (distance(other) < distance(best) ? other : best))[0]
}
