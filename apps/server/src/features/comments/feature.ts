import { defineFeature } from '#foundation/feature.ts'
import { manageRoutes } from './manage/manage.routes.ts'
import { removeCommentsOfJob } from './manage/remove-comments-of.job.ts'
import { readRoutes } from './read/read.routes.ts'
import { writeRoutes } from './write/write.routes.ts'

export const commentsFeature = defineFeature({
  name: 'comments',
  operations: [...readRoutes, ...writeRoutes, ...manageRoutes],
  jobs: [removeCommentsOfJob],
})
