import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireLocal, requireManager, requireRow } from '../read/require-video.ts'
import type { VideoRef } from '../read/video-ref.ts'
import { insertChapters } from '../upload/chapters.sql.ts'
import type { Chapter } from '../upload/parse-chapters.ts'
import { videoUpdated } from '../videos.events.ts'
import { deleteChapters, insertChannelActivity, lockVideoForEdit, updateVideoRow } from './video-rows.sql.ts'

/** A video's chapters become exactly these (spec 03 §7). Throws 400 (live), 403, 404. */
export async function replaceChapters(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  chapters: readonly Chapter[],
): Promise<void> {
  const video = await requireRow(ctx, ref, viewer)
  if (video.isLive) throw problem(400, 'A live has no chapters.')
  requireLocal(video)
  requireManager(viewer, video, 'UPDATE_ANY_VIDEO')
  await ctx.db.transaction().execute(async (tx) => {
    const now = ctx.clock.now()
    // Of two at one time the second waits here, and replaces what the first wrote.
    if (!(await lockVideoForEdit(tx, video.id))) throw problem(404, 'Video not found')
    await deleteChapters(tx, video.id)
    await insertChapters(tx, video.id, chapters, now)
    await updateVideoRow(tx, video.id, { updatedAt: now })
    await insertChannelActivity(tx, {
      action: ChannelActivityAction.UPDATE_CHAPTERS,
      channelId: video.channelId,
      accountId: viewer.accountId,
      video,
      now,
    })
    await ctx.events.publish(tx, videoUpdated, { videoId: video.id, torrentsOutdated: false })
  })
}
