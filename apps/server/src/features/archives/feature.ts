import { defineFeature } from '#foundation/feature.ts'
import { createExportJob } from './export/create-export.job.ts'
import { exportOperations } from './export/exports.routes.ts'
import { onAccountDeleted, removeExpiredExports } from './export/remove-exports.ts'

export const archivesFeature = defineFeature({
  name: 'archives',
  operations: exportOperations,
  jobs: [createExportJob],
  subscriptions: [onAccountDeleted],
  schedules: [removeExpiredExports],
})
