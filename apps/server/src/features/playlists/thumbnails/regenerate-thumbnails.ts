import { extname } from 'node:path'
import { storeThumbnails, type StoredThumbnail } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { lockPlaylist } from '../edit/edit.sql.ts'
import { copyThumbnails } from './playlist-thumbnail.job.ts'
import { findChosenThumbnails, findThumbnailSource } from './playlist-thumbnails.sql.ts'
import { discardThumbnails, replacePlaylistThumbnails, thumbnailPrefix } from './replace-thumbnails.ts'

/**
 * Makes the pictures of a playlist anew in the sizes that are set now: of the one that was chosen, else of its first
 * video's. False when no file of either is there; then they stay as they are.
 */
export async function regeneratePlaylistThumbnails(ctx: Context, playlistId: number): Promise<boolean> {
  const stored = await makeThumbnails(ctx, playlistId)
  if (stored.length === 0) return false
  let saved = false
  try {
    saved = await ctx.db.transaction().execute(async (tx) => {
      if (!(await lockPlaylist(tx, playlistId))) return false
      await replacePlaylistThumbnails(ctx, tx, playlistId, stored)
      return true
    })
  } finally {
    if (!saved) await discardThumbnails(ctx, stored)
  }
  return saved
}

async function makeThumbnails(ctx: Context, playlistId: number): Promise<StoredThumbnail[]> {
  const chosen = await findChosenThumbnails(ctx.db, playlistId)
  for (const filename of chosen) {
    if (!(await ctx.storage.stat('thumbnails', filename))) continue
    return ctx.storage.withLocalFile('thumbnails', filename, (path) =>
      storeThumbnails(ctx, {
        ...{ path, extension: extname(filename), automaticallyGenerated: false, prefix: thumbnailPrefix },
      }),
    )
  }
  const source = chosen.length > 0 ? undefined : await findThumbnailSource(ctx.db, playlistId)
  return source === undefined ? [] : copyThumbnails(ctx, source)
}
