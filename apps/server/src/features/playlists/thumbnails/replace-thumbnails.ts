import { extname } from 'node:path'
import { removeLater, storeThumbnails, type StoredThumbnail } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import { deletePlaylistThumbnails, insertPlaylistThumbnails } from './playlist-thumbnails.sql.ts'

/** Spec 05 §12. */
export const thumbnailPrefix = 'playlist-'

/** The rows go and come with the transaction, old files go after it. */
export async function replacePlaylistThumbnails(
  ctx: Context,
  tx: Tx,
  playlistId: number,
  thumbnails: readonly StoredThumbnail[],
): Promise<void> {
  const old = await deletePlaylistThumbnails(tx, playlistId)
  await insertPlaylistThumbnails(tx, playlistId, thumbnails, ctx.clock.now())
  await removeLater(
    ctx,
    tx,
    old.map((key) => ({ area: 'thumbnails', key })),
  )
}

/**
 * Stores a picture that was sent in all sizes for `use`, which gets none when none was sent; when `use` fails they are
 * removed again. Throws 400 for a picture that cannot be decoded.
 */
export async function withSentThumbnails<T>(
  ctx: Context,
  file: ReceivedFile | undefined,
  use: (thumbnails: readonly StoredThumbnail[] | undefined) => Promise<T>,
): Promise<T> {
  if (!file) return use(undefined)
  const thumbnails = await storeThumbnails(ctx, {
    path: file.path,
    extension: extname(file.filename),
    automaticallyGenerated: false,
    prefix: thumbnailPrefix,
  })
  try {
    return await use(thumbnails)
  } catch (error) {
    await discardThumbnails(ctx, thumbnails)
    throw error
  }
}

export async function discardThumbnails(ctx: Context, thumbnails: readonly StoredThumbnail[]): Promise<void> {
  for (const { filename } of thumbnails) await ctx.storage.remove('thumbnails', filename)
}
