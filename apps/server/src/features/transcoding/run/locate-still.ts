import type { Context } from '#foundation/context.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { findLargestThumbnail } from './largest-thumbnail.sql.ts'

/** The picture that stands in for the video of an audio file: its best 16:9 thumbnail (spec 05 §8). */
export async function locateStill(ctx: Context, videoId: number): Promise<{ area: StorageArea; key: string }> {
  const filename = await findLargestThumbnail(ctx.db, videoId)
  if (!filename) throw new Error('The audio file has no thumbnail to show')
  return { area: 'thumbnails', key: filename }
}
