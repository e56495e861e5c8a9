import { getInstanceStats } from '@sepiola/api-client/endpoints/stats.ts'
import { figuresOf } from '#lib/about/statistics.ts'
import { call } from '#lib/api/call.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ fetch }) => ({ figures: figuresOf(await call(getInstanceStats, { fetch })) })
