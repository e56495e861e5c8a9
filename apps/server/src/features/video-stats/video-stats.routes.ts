import {
  getVideosByIdStatsOverall,
  getVideosByIdStatsRetention,
  getVideosByIdStatsTimeseriesByMetric,
  getVideosByIdStatsUserAgent,
} from '@sepiola/contract/operations/video-stats.ts'
import { viewerDevices } from '#features/views/public.ts'
import { requireManagedVideo, type VideoRef } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { findOverall, findUserAgents } from './overall.sql.ts'
import { findRetention } from './retention.sql.ts'
import { toRetention } from './retention.ts'
import { longestSpan, planTimeserie } from './timeserie-plan.ts'
import { findDownloadsSerie, findViewersSerie, findWatchTimeSerie } from './timeserie.sql.ts'

/** Throws 404, 403 (remote; neither manager of the channel nor moderator). */
function requireStatsVideo(ctx: Context, viewer: Viewer, ref: VideoRef) {
  return requireManagedVideo(ctx, viewer, ref, 'SEE_ALL_VIDEOS')
}

const overallRoute = implement(getVideosByIdStatsOverall, async ({ ctx, viewer, params, query }) => {
  const video = await requireStatsVideo(ctx, viewer, params.id)
  const { countries, viewersPeakDate, ...figures } = await findOverall(ctx.db, video.id, query)
  return {
    ...figures,
    viewersPeakDate: viewersPeakDate && new Date(viewersPeakDate).toISOString(),
    countries: countries.map(({ name, viewers }) => ({ isoCode: name, viewers })),
  }
})

const userAgentRoute = implement(getVideosByIdStatsUserAgent, async ({ ctx, viewer, params, query }) => {
  const video = await requireStatsVideo(ctx, viewer, params.id)
  const { devices, ...others } = await findUserAgents(ctx.db, video.id, query)
  const known = viewerDevices.flatMap((name) =>
    devices.filter((device) => device.name === name).map((d) => ({ ...d, name })),
  )
  return { ...others, devices: known.sort((a, b) => b.viewers - a.viewers) }
})

const series = {
  viewers: findViewersSerie,
  aggregateWatchTime: findWatchTimeSerie,
  downloads: findDownloadsSerie,
} as const

const timeserieRoute = implement(getVideosByIdStatsTimeseriesByMetric, async ({ ctx, viewer, params, query }) => {
  const video = await requireStatsVideo(ctx, viewer, params.id)
  if ((query.startDate === undefined) !== (query.endDate === undefined)) {
    throw problem(400, 'The start and the end go together.')
  }
  const { startDate = video.createdAt, endDate = ctx.clock.now() } = query
  if (query.startDate && endDate.getTime() - startDate.getTime() > longestSpan) {
    throw problem(400, 'The end is more than 3650 days after the start.')
  }
  const plan = planTimeserie(startDate, endDate)
  return { groupInterval: plan.interval, data: await series[params.metric](ctx.db, video.id, plan) }
})

const retentionRoute = implement(getVideosByIdStatsRetention, async ({ ctx, viewer, params }) => {
  const video = await requireStatsVideo(ctx, viewer, params.id)
  if (video.isLive) throw problem(400, 'A live has no retention.')
  return { data: toRetention(video.duration, await findRetention(ctx.db, video.id, video.duration)) }
})

export const videoStatsRoutes = [overallRoute, userAgentRoute, timeserieRoute, retentionRoute]
