import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { removeLater } from '../files/save-files.ts'
import { deleteThumbnails, insertThumbnails, type ThumbnailOwner } from './thumbnails.sql.ts'

/** An image that lies in the area `thumbnails` already. */
export interface StoredThumbnail {
  filename: string
  width: number
  height: number
  /** `16:9`, `1:1`, … (spec 03 §1.7) */
  aspectRatio: string
  automaticallyGenerated: boolean
}

export async function saveThumbnails(
  tx: Tx,
  owner: ThumbnailOwner,
  thumbnails: readonly StoredThumbnail[],
  now: Date,
): Promise<void> {
  await insertThumbnails(tx, owner, thumbnails, now)
}

/** The new set replaces the old one; the old images go after the transaction (spec 05 §18). */
export async function replaceThumbnails(
  ctx: Context,
  tx: Tx,
  owner: ThumbnailOwner,
  thumbnails: readonly StoredThumbnail[],
): Promise<void> {
  const old = await deleteThumbnails(tx, owner)
  await insertThumbnails(tx, owner, thumbnails, ctx.clock.now())
  await removeLater(
    ctx,
    tx,
    old.map((key) => ({ area: 'thumbnails', key })),
  )
}
