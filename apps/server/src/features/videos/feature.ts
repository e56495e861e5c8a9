import { defineFeature } from '#foundation/feature.ts'
import { constantOperations } from './constants/constants.routes.ts'
import { removeStoredFilesJob } from './files/remove-stored-files.job.ts'
import { listOperations } from './list/list.routes.ts'
import { readOperations } from './read/read.routes.ts'

export const videosFeature = defineFeature({
  name: 'videos',
  operations: [...constantOperations, ...listOperations, ...readOperations],
  jobs: [removeStoredFilesJob],
})
