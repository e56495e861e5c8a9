import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { removeLater } from '../files/save-files.ts'
import { requireManagedVideo } from '../read/require-video.ts'
import type { VideoRef } from '../read/video-ref.ts'
import { findSource } from '../read/video-parts.sql.ts'
import { forgetKeptOriginals } from './video-rows.sql.ts'

/** Drops the kept original of a video; what is known about it stays (spec 03 §4). Throws 403, 404. */
export async function deleteSourceFile(ctx: Context, viewer: Viewer, ref: VideoRef): Promise<void> {
  const video = await requireManagedVideo(ctx, viewer, ref, 'UPDATE_ANY_VIDEO')
  if (!(await findSource(ctx.db, video.id))) throw problem(404, 'Video source not found')
  await ctx.db.transaction().execute(async (tx) => {
    const names = await forgetKeptOriginals(tx, video.id, ctx.clock.now())
    await removeLater(
      ctx,
      tx,
      names.map((key) => ({ area: 'original_video_files', key })),
    )
  })
}
