import { defineFeature } from '#foundation/feature.ts'
import { afterChannelImportJob } from './channels/after-import.job.ts'
import { channelImportJob } from './channels/channel-import.job.ts'
import { importChannelRoute } from './channels/import-channel.routes.ts'
import { onSyncRequested, runSyncs } from './channels/run-syncs.ts'
import { createImportRoute } from './create/create-import.routes.ts'
import { listImportsRoute } from './list/list-imports.ts'
import { manageImportRoutes } from './manage/manage-imports.routes.ts'
import { refreshYtDlp } from './remote/refresh-yt-dlp.ts'
import { videoImportJob } from './run/video-import.job.ts'

export const importsFeature = defineFeature({
  name: 'imports',
  operations: [createImportRoute, listImportsRoute, ...manageImportRoutes, importChannelRoute],
  jobs: [videoImportJob, channelImportJob, afterChannelImportJob],
  subscriptions: [onSyncRequested],
  schedules: [runSyncs, refreshYtDlp],
})
