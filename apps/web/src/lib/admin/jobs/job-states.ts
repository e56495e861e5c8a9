import { getJobsSummary } from '@sepiola/api-client/endpoints/sepiola.ts'
import type { JobState } from '@sepiola/contract/enums.ts'
import { call } from '#lib/api/call.ts'

/** In the order in which one looks at them. */
export const shownStates = ['active', 'waiting', 'delayed', 'failed', 'completed'] as const satisfies JobState[]
type ShownState = (typeof shownStates)[number]

export interface JobsOverview {
  paused: boolean
  counts: { state: ShownState; count: number }[]
}

/** `waiting` includes prioritized and waiting-children, as the list of that state does (spec 02 §10). */
export async function readJobsOverview(): Promise<JobsOverview> {
  const { paused, counts } = await call(getJobsSummary)
  const shownAs = (state: JobState) => (state === 'prioritized' || state === 'waiting-children' ? 'waiting' : state)
  const countOf = (state: ShownState) =>
    counts.reduce((sum, each) => (shownAs(each.state) === state ? sum + each.count : sum), 0)
  return { paused, counts: shownStates.map((state) => ({ state, count: countOf(state) })) }
}
