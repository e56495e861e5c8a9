import { randomUUID } from 'node:crypto'
import type { StoryboardGeometry } from '@sepiola/media/storyboard.ts'
import type { Context } from '#foundation/context.ts'
import { readImageSize } from '#foundation/images/resize-image.ts'
import { saveStoryboard } from '#features/videos/public.ts'

/** Takes the picture in; it replaces the storyboard that the video had (spec 05 §19). */
export async function saveStoryboardImage(
  ctx: Context,
  videoId: number,
  { path, geometry }: { path: string; geometry: StoryboardGeometry },
): Promise<void> {
  const { width, height } = await readImageSize(path)
  const filename = `${randomUUID()}.jpg`
  await ctx.storage.adopt('storyboards', filename, path)
  try {
    await ctx.db.transaction().execute((tx) =>
      saveStoryboard(ctx, tx, videoId, {
        filename,
        totalWidth: width,
        totalHeight: height,
        spriteWidth: geometry.spriteWidth,
        spriteHeight: geometry.spriteHeight,
        spriteDuration: geometry.spriteDuration,
      }),
    )
  } catch (error) {
    await ctx.storage.remove('storyboards', filename)
    throw error
  }
}
