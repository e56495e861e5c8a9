import { defineFeature } from '#foundation/feature.ts'
import { wordListRoutes } from './lists/word-lists.routes.ts'
import { retagJob } from './retag/retag.job.ts'
import { automaticTagRoutes } from './tags/automatic-tags.routes.ts'

export const watchedWordsFeature = defineFeature({
  name: 'watched-words',
  operations: [...wordListRoutes, ...automaticTagRoutes],
  jobs: [retagJob],
})
