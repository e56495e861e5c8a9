import type { JobDefinition } from '../jobs/define-job.ts'
import type { Subscription } from './define-event.ts'

/** Rows of delivered events are of little interest to anybody. */
const keepDelivered = 3_600_000

/** Subscribers of one event that run at once on a node. */
const parallel = 5

/** The jobs that deliver events; the worker and the job queue get them beside those of the features. */
export function subscriptionJobs(subscriptions: readonly Subscription<any>[]): JobDefinition<any>[] {
  return subscriptions.map((subscription) => ({
    type: subscription.name,
    payload: subscription.event.payload,
    attempts: subscription.attempts ?? 5,
    concurrency: () => parallel,
    // 5 s, 25 s, 2 min, 10 min: most failures of a follower pass soon.
    backoff: (attempt) => 1000 * 5 ** attempt,
    keepCompleted: keepDelivered,
    run: (ctx, job) => subscription.run(ctx, job.payload, job.signal),
  }))
}
