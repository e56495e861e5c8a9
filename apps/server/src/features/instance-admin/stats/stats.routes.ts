import { getInstanceStats } from '@sepiola/contract/operations/stats.ts'
import { implement } from '#foundation/http/implement.ts'
import { instanceStats, secondsUntilNextCount } from './instance-stats.ts'

export const statsRoutes = [
  implement(getInstanceStats, async ({ ctx, reply }) => {
    const stats = await instanceStats(ctx)
    if (!ctx.testMode) reply.header('cache-control', `max-age=${secondsUntilNextCount(ctx)}`)
    return stats
  }),
]
