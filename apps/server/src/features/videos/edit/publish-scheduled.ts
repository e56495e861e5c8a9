import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Schedule } from '#foundation/feature.ts'
import { videosChanged } from '../list/video-caches.ts'
import { videoUpdated } from '../videos.events.ts'
import { followPrivacyChange } from './change-privacy.ts'
import { movePrivateFiles } from './move-private-files.job.ts'
import { deleteDueSchedule, findDueSchedules } from './publish-scheduled.sql.ts'
import { lockVideoForEdit, updateVideoRow } from './video-rows.sql.ts'

/** Publishes what is due (spec 03 §4 "Scheduled publication"); a video still being transcoded waits for the next run. */
export async function publishScheduled(ctx: Context): Promise<void> {
  for (const videoId of await findDueSchedules(ctx.db, ctx.clock.now())) {
    // One that fails must not keep those behind it waiting: it is tried again by the next run.
    await publishDue(ctx, videoId).catch((error: unknown) => {
      ctx.log.error({ err: error, videoId }, 'A scheduled video could not be published')
    })
  }
}

async function publishDue(ctx: Context, videoId: number): Promise<void> {
  const filesMove = await applySchedule(ctx, videoId)
  if (filesMove) await movePrivateFiles(ctx, videoId)
  videosChanged(ctx)
}

async function applySchedule(ctx: Context, videoId: number): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const now = ctx.clock.now()
    const video = await lockVideoForEdit(tx, videoId)
    if (!video || video.state === VideoState.TO_TRANSCODE) return false
    const schedule = await deleteDueSchedule(tx, videoId, now)
    if (!schedule) return false
    const privacy = schedule.privacy ?? video.privacy
    await updateVideoRow(tx, videoId, { privacy, publishedAt: now, updatedAt: now })
    const filesMove = await followPrivacyChange(ctx, tx, { video, from: video.privacy, to: privacy })
    await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: filesMove })
    return filesMove
  })
}

const minute = 60_000

export const publishScheduledVideos: Schedule = {
  name: 'videos/publish-scheduled',
  command: 'process-update-videos-scheduler',
  every: (ctx) => (ctx.testMode ? 5_000 : minute),
  run: publishScheduled,
}
