import { defineFeature } from '#foundation/feature.ts'
import { blocklistRoutes } from './blocklists.routes.ts'
import { subscriptionRoutes } from './subscriptions/subscriptions.routes.ts'
import { syncSubscriptionJob, syncSubscriptions } from './subscriptions/sync-subscription.job.ts'

export const blocklistsFeature = defineFeature({
  name: 'blocklists',
  operations: [...blocklistRoutes, ...subscriptionRoutes],
  jobs: [syncSubscriptionJob],
  schedules: [syncSubscriptions],
})
