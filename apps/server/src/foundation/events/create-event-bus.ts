import type { JobDefinition } from '../jobs/define-job.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { Tx } from '../db/database.ts'
import type { EventDefinition, Subscription } from './define-event.ts'
import type { EventBus } from './event-bus.ts'

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

export function createEventBus(subscriptions: readonly Subscription<any>[], queue: JobQueue): EventBus {
  const followers = new Map<string, JobDefinition<any>[]>()
  const jobs = subscriptionJobs(subscriptions)
  subscriptions.forEach((subscription, index) => {
    const { name } = subscription.event
    followers.set(name, [...(followers.get(name) ?? []), jobs[index]!])
  })
  return {
    async publish<P>(tx: Tx, event: EventDefinition<P>, payload: P): Promise<void> {
      // Also without a follower: a wrong payload is the publisher's mistake.
      event.payload().parse(payload)
      for (const job of followers.get(event.name) ?? []) await queue.add(tx, job, payload)
    },
  }
}
