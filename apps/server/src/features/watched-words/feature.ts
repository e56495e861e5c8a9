import { defineFeature } from '#foundation/feature.ts'
import { wordListRoutes } from './lists/word-lists.routes.ts'
import { retagJob } from './retag/retag.job.ts'
import { syncWordLists, syncWordsJob } from './subscriptions/sync-words.job.ts'
import { wordSubscriptionRoutes } from './subscriptions/word-subscriptions.routes.ts'
import { automaticTagRoutes } from './tags/automatic-tags.routes.ts'

export const watchedWordsFeature = defineFeature({
  name: 'watched-words',
  operations: [...wordListRoutes, ...wordSubscriptionRoutes, ...automaticTagRoutes],
  jobs: [retagJob, syncWordsJob],
  schedules: [syncWordLists],
})
