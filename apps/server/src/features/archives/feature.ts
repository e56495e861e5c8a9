import { defineFeature } from '#foundation/feature.ts'
import { createExportJob } from './export/create-export.job.ts'
import { exportOperations } from './export/exports.routes.ts'
import { importArchiveJob } from './import/import-archive.job.ts'
import { importOperations } from './import/import-upload.ts'
import { onAccountDeleted, removeExpiredExports } from './export/remove-exports.ts'

export const archivesFeature = defineFeature({
  name: 'archives',
  operations: [...exportOperations, ...importOperations],
  jobs: [createExportJob, importArchiveJob],
  subscriptions: [onAccountDeleted],
  schedules: [removeExpiredExports],
})
