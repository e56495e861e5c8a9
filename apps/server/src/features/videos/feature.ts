import { defineFeature } from '#foundation/feature.ts'
import { constantOperations } from './constants/constants.routes.ts'
import { addDownloadRoutes } from './files/download.routes.ts'
import { lazyStaticOperations } from './files/lazy-static.routes.ts'
import { removeStoredFilesJob } from './files/remove-stored-files.job.ts'
import { staticOperations } from './files/static.routes.ts'
import { listOperations } from './list/list.routes.ts'
import { readOperations } from './read/read.routes.ts'
import { uploadOperations, uploadSchedules } from './upload/upload.routes.ts'

export const videosFeature = defineFeature({
  name: 'videos',
  operations: [
    ...constantOperations,
    ...listOperations,
    ...readOperations,
    ...staticOperations,
    ...lazyStaticOperations,
    ...uploadOperations,
  ],
  routes: addDownloadRoutes,
  jobs: [removeStoredFilesJob],
  schedules: [...uploadSchedules],
})
