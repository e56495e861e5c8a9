import { getDebug } from '@sepiola/contract/operations/debug.ts'
import { implement } from '#foundation/http/implement.ts'
import { instanceStats } from '../stats/instance-stats.ts'

export const debugRoutes = [
  implement(getDebug, async ({ ctx, request }) => ({
    ip: request.ip,
    activityPubMessagesWaiting: (await instanceStats(ctx)).totalActivityPubMessagesWaiting,
  })),
]
