import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { removeLater } from '../files/save-files.ts'
import { videoUpdated } from '../videos.events.ts'
import { deleteStoryboards, insertStoryboard } from './storyboard.sql.ts'

/** A picture that lies in the area `storyboards` already; sizes in pixels, `spriteDuration` in seconds. */
export interface NewStoryboard {
  filename: string
  totalWidth: number
  totalHeight: number
  spriteWidth: number
  spriteHeight: number
  spriteDuration: number
}

/** The video's only storyboard (spec 05 §19); the picture that it had goes after the transaction. */
export async function saveStoryboard(ctx: Context, tx: Tx, videoId: number, storyboard: NewStoryboard): Promise<void> {
  const now = ctx.clock.now()
  const old = await deleteStoryboards(tx, videoId)
  await insertStoryboard(tx, { ...storyboard, fileUrl: null, cached: false, videoId, createdAt: now, updatedAt: now })
  await removeLater(
    ctx,
    tx,
    old.map((key) => ({ area: 'storyboards', key })),
  )
  await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
}
