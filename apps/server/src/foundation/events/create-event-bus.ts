import type { JobDefinition } from '../jobs/define-job.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { Tx } from '../db/database.ts'
import type { EventDefinition, Subscription } from './define-event.ts'
import type { EventBus } from './event-bus.ts'
import { subscriptionJobs } from './subscription-jobs.ts'

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
