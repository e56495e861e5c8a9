import { getInstanceStats } from '@sepiola/contract/operations/stats.ts'
import { implement } from '#foundation/http/implement.ts'
import { instanceStats } from './instance-stats.ts'

export const statsRoutes = [implement(getInstanceStats, ({ ctx }) => instanceStats(ctx))]
