import { randomUUID } from 'node:crypto'
import { extname, join } from 'node:path'
import { ActorImageType } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import { refuseUndecodable } from '#foundation/images/refuse-undecodable.ts'
import { resizeImage } from '#foundation/images/resize-image.ts'
import type { NewActorImage } from './actor-images.sql.ts'

/** Pixels, largest first (spec 05 §12). */
const sizes: Record<number, readonly { width: number; height: number }[]> = {
  [ActorImageType.AVATAR]: [1500, 600, 120, 48].map((side) => ({ width: side, height: side })),
  [ActorImageType.BANNER]: [
    { width: 1920, height: 317 },
    { width: 600, height: 100 },
  ],
}

/**
 * Writes a received picture in all sizes of its type to the storage. Throws 400 for one that cannot be decoded; `url`
 * is that of the request.
 */
export async function makeActorImages(
  ctx: Context,
  { file, type, url }: { file: ReceivedFile; type: number; url: string },
): Promise<NewActorImage[]> {
  const extension = extname(file.filename).toLowerCase()
  const stored: NewActorImage[] = []
  try {
    await ctx.storage.withTemporaryFolder(async (folder) => {
      const made: { filename: string; path: string; width: number; height: number }[] = []
      for (const size of sizes[type]!) {
        const filename = randomUUID() + extension
        const path = join(folder, filename)
        // The smaller ones come from the largest, which is decoded faster than what was sent.
        await resizeImage({ source: made[0]?.path ?? file.path, destination: path, size })
        made.push({ filename, path, ...size })
      }
      for (const { path, ...image } of made) {
        await ctx.storage.adopt('avatars', image.filename, path)
        stored.push(image)
      }
    })
  } catch (error) {
    await removeStored(ctx, stored)
    refuseUndecodable(error, file, url)
  }
  return stored
}

export async function removeStored(ctx: Context, images: readonly NewActorImage[]): Promise<void> {
  await Promise.all(images.map((image) => ctx.storage.remove('avatars', image.filename)))
}
