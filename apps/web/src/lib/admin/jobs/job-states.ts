import { getJobs } from '@sepiola/api-client/endpoints/job.ts'
import type { JobState } from '@sepiola/contract/enums.ts'
import { call } from '#lib/api/call.ts'

/** In the order in which one looks at them. `waiting` includes prioritized and waiting-children (spec 02 §10). */
export const shownStates = ['active', 'waiting', 'delayed', 'failed', 'completed'] as const satisfies JobState[]

export async function countJobs(): Promise<{ state: (typeof shownStates)[number]; count: number }[]> {
  const lists = await Promise.all(shownStates.map((state) => call(getJobs, { params: { state }, query: { count: 0 } })))
  return shownStates.map((state, index) => ({ state, count: lists[index]?.total ?? 0 }))
}
