import { extname } from 'node:path'
import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { videoBlocked } from '#features/video-blocks/video-blocks.events.ts'
import { findPlaylistsShowing, storeThumbnails, type StoredThumbnail } from '#features/videos/public.ts'
import { videoDeleted, videoPrivacyChanged } from '#features/videos/videos.events.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { lockPlaylist } from '../edit/edit.sql.ts'
import { findThumbnailSource, hasChosenThumbnail, type ThumbnailSource } from './playlist-thumbnails.sql.ts'
import { discardThumbnails, replacePlaylistThumbnails, thumbnailPrefix } from './replace-thumbnails.ts'

const payload = define(() => z.object({ playlistId: z.number().int() }))

/** Makes the picture of a playlist out of that of its first video (spec 04 §6.5); one that was chosen stays. */
export const playlistThumbnailJob = defineJob({
  type: 'playlists/thumbnail',
  payload,
  attempts: 3,
  run: (ctx, job) => refreshThumbnail(ctx, job.payload.playlistId),
})

/** Runs `change`, and has the picture made anew when another video comes first after it. */
export async function keepingThumbnail<T>(
  ctx: Context,
  tx: Tx,
  playlistId: number,
  change: () => Promise<T>,
): Promise<T> {
  const before = await findThumbnailSource(tx, playlistId)
  const result = await change()
  const after = await findThumbnailSource(tx, playlistId)
  if (before !== after) await ctx.jobs.add(tx, playlistThumbnailJob, { playlistId })
  return result
}

async function refreshThumbnail(ctx: Context, playlistId: number): Promise<void> {
  const source = await findThumbnailSource(ctx.db, playlistId)
  if (await hasChosenThumbnail(ctx.db, playlistId)) return
  const thumbnails = source === undefined ? [] : await copyThumbnails(ctx, source)
  let saved = false
  try {
    saved = await saveThumbnails(ctx, playlistId, source, thumbnails)
  } finally {
    if (!saved) await discardThumbnails(ctx, thumbnails)
  }
}

/** False: something changed meanwhile; a change of the first video has a job of its own. */
async function saveThumbnails(
  ctx: Context,
  playlistId: number,
  source: ThumbnailSource,
  thumbnails: readonly StoredThumbnail[],
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    if (!(await lockPlaylist(tx, playlistId))) return false
    if ((await findThumbnailSource(tx, playlistId)) !== source) return false
    if (await hasChosenThumbnail(tx, playlistId)) return false
    await replacePlaylistThumbnails(ctx, tx, playlistId, thumbnails)
    return true
  })
}

/** The pictures of a playlist out of one of a video; none when its file is not here. */
export async function copyThumbnails(ctx: Context, filename: string): Promise<StoredThumbnail[]> {
  if (!(await ctx.storage.stat('thumbnails', filename))) {
    // Pictures of other servers' videos are fetched when somebody looks at them.
    ctx.log.info({ filename }, 'No picture for a playlist: that of its first video is not here')
    return []
  }
  return ctx.storage.withLocalFile('thumbnails', filename, (path) =>
    storeThumbnails(ctx, { path, extension: extname(filename), automaticallyGenerated: true, prefix: thumbnailPrefix }),
  )
}

/** A video that not everybody may see any more must not be seen in playlists either. */
const refreshPlaylistsOf = async (ctx: Context, { videoId }: { videoId: number }): Promise<void> =>
  refreshLater(ctx, await findPlaylistsShowing(ctx.db, videoId))

async function refreshLater(ctx: Context, playlistIds: readonly number[]): Promise<void> {
  for (const playlistId of playlistIds) await ctx.jobs.add(ctx.db, playlistThumbnailJob, { playlistId })
}

export const thumbnailSubscriptions = [
  subscribe(videoPrivacyChanged, 'playlists/on-video-privacy-changed', refreshPlaylistsOf),
  subscribe(videoBlocked, 'playlists/on-video-blocked', refreshPlaylistsOf),
  subscribe(videoDeleted, 'playlists/on-video-deleted', (ctx, { playlistIds }) => refreshLater(ctx, playlistIds)),
]
