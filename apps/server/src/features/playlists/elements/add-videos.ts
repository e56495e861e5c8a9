import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { appendElement } from './elements.sql.ts'
import { changeElements } from './change-elements.ts'

export interface VideoToAdd {
  videoId: number
  /** Seconds. */
  startTimestamp: number | null
  stopTimestamp: number | null
}

/** Puts videos behind the others of a playlist, in their order; those that are gone are left out. Throws 404. */
export async function addVideosToPlaylist(
  ctx: Context,
  viewer: Viewer,
  playlistId: number,
  videos: readonly VideoToAdd[],
): Promise<void> {
  await changeElements(ctx, viewer, { id: playlistId }, async (tx, { id, url }) => {
    const now = ctx.clock.now()
    for (const video of videos) await appendElement(tx, { ...video, playlistId: id, playlistUrl: url, now })
  })
}
