import { extname } from 'node:path'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { makeThumbnails } from '../upload/make-thumbnails.ts'
import { videoUpdated } from '../videos.events.ts'
import { replaceThumbnails, type StoredThumbnail } from './save-thumbnails.ts'
import { storeThumbnails } from './store-thumbnails.ts'
import { findThumbnails } from './thumbnails.sql.ts'

/** The file that pictures are taken from. */
export interface PictureSource {
  area: StorageArea
  key: string
  probe: MediaProbe
}

/**
 * Makes all sizes of a video's thumbnails anew: of the picture that somebody chose when it is still there, else of the
 * video. Returns false when neither exists.
 */
export async function regenerateThumbnails(
  ctx: Context,
  video: { id: number },
  source: PictureSource | undefined,
): Promise<boolean> {
  const stored = (await fromChosenPicture(ctx, video.id)) ?? (await fromVideo(ctx, source))
  if (!stored) return false
  try {
    await ctx.db.transaction().execute(async (tx) => {
      await replaceThumbnails(ctx, tx, { videoId: video.id }, stored)
      await ctx.events.publish(tx, videoUpdated, { videoId: video.id, torrentsOutdated: false })
    })
  } catch (error) {
    for (const { filename } of stored) await ctx.storage.remove('thumbnails', filename)
    throw error
  }
  return true
}

async function fromChosenPicture(ctx: Context, videoId: number): Promise<StoredThumbnail[] | undefined> {
  const chosen = (await findThumbnails(ctx.db, { videoId })).filter((one) => !one.automaticallyGenerated)
  for (const { filename } of chosen.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))) {
    if (!(await ctx.storage.stat('thumbnails', filename))) continue
    return ctx.storage.withLocalFile('thumbnails', filename, (path) =>
      storeThumbnails(ctx, { path, extension: extname(filename), automaticallyGenerated: false }),
    )
  }
  return undefined
}

async function fromVideo(ctx: Context, source: PictureSource | undefined): Promise<StoredThumbnail[] | undefined> {
  if (!source || !(await ctx.storage.stat(source.area, source.key))) return undefined
  return ctx.storage.withLocalFile(source.area, source.key, (path) =>
    makeThumbnails(ctx, source.probe, path, undefined),
  )
}
