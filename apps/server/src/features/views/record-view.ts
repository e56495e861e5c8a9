import { createHmac } from 'node:crypto'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { saveHistory } from '#features/history/public.ts'
import { findVideoRow, type VideoRef } from '#features/videos/public.ts'
import { videoViewed } from '#features/videos/videos.events.ts'
import { locateViewer } from './geography/locate-viewer.ts'
import { viewerDevices } from './viewer-devices.ts'
import { insertView, lockSession, updateSession } from './views.sql.ts'
import { addWatched, countsAsView } from './watch-session.ts'

export interface WatchReport {
  /** Seconds. */
  currentTime: number
  viewEvent?: 'seek' | undefined
  sessionId?: string | undefined
  client?: string | undefined
  operatingSystem?: string | undefined
  device?: string | undefined
}

const devices = new Set<string>(viewerDevices)

/**
 * A viewer says where in a video it is (spec 03 §8): the session grows, counts as a view when it is long enough, and
 * moves the signed-in user's history. Throws 400, 404.
 */
export async function recordView(
  ctx: Context,
  viewer: Viewer | undefined,
  ref: VideoRef,
  report: WatchReport,
  ip: string,
): Promise<void> {
  const video = await findVideoRow(ctx.db, ref)
  if (!video) throw problem(404, 'Video not found')
  const { currentTime } = report
  if (currentTime < 0 || (!video.isLive && currentTime > video.duration)) {
    throw problem(400, 'This moment is not within the video.')
  }
  const { views } = ctx.settings.current
  const rules = {
    countAfter: views.videos.count_view_after / 1000,
    expiration: views.videos.view_expiration,
  }
  const sessionId = identify(ctx, report.sessionId, ip)
  const place = await locateViewer(ctx, ip)
  const now = ctx.clock.now()

  const counted = await ctx.db.transaction().execute(async (tx) => {
    const session = await lockSession(tx, { videoId: video.id, sessionId }, now)
    const sections = addWatched(session.sections, currentTime, report.viewEvent === 'seek')
    const isView = countsAsView({ sections, countedAt: session.countedAt }, video, rules, now)
    await updateSession(
      tx,
      {
        videoId: video.id,
        sessionId,
        sections,
        countedAt: isView ? now : session.countedAt,
        client: report.client ?? null,
        device: report.device && devices.has(report.device) ? report.device : null,
        operatingSystem: report.operatingSystem ?? null,
        ...place,
      },
      now,
    )
    if (isView) {
      await insertView(tx, video.id, now)
      await ctx.events.publish(tx, videoViewed, { videoId: video.id })
    }
    if (viewer?.videosHistoryEnabled)
      await saveHistory(tx, { userId: viewer.userId, videoId: video.id, currentTime }, now)
    return isView
  })
  if (counted) await ctx.hooks.action('action:api.video.viewed', { video, ip })
}

/** Addresses are not stored: only what this server's secret makes of them. */
function identify(ctx: Context, sessionId: string | undefined, ip: string): string {
  const { secrets, views } = ctx.settings.current
  if (sessionId && views.videos.trust_viewer_session_id) return sessionId
  return createHmac('sha256', secrets.peertube).update(ip).digest('hex')
}
