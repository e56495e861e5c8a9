import { postMetricsPlayback } from '@sepiola/contract/operations/stats.ts'
import { implement } from '#foundation/http/implement.ts'
import { plainProblem } from '#foundation/http/problem.ts'
import { playbackMeters } from '../exporter/start-exporter.ts'
import { findReportedVideo } from './reported-video.sql.ts'

export const playbackRoutes = [
  implement(
    postMetricsPlayback,
    async ({ ctx, body }) => {
      const { videoId, ...report } = body
      const video = await findReportedVideo(ctx.db, videoId)
      if (!video) throw plainProblem(404)
      playbackMeters(ctx)?.record(report, video)
    },
    {
      // Players report in any case: nothing is looked at while nobody wants it.
      async before({ ctx, reply }) {
        if (!ctx.settings.current.open_telemetry.metrics.enabled) await reply.code(204).send()
      },
    },
  ),
]
