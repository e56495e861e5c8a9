import { defineFeature } from '#foundation/feature.ts'
import { constantOperations } from './constants/constants.routes.ts'
import { downloadOperations } from './download/download.routes.ts'
import { editOperations } from './edit/edit.routes.ts'
import { movePrivateFilesJob } from './edit/move-private-files.job.ts'
import { publishScheduledVideos } from './edit/publish-scheduled.ts'
import { embedPrivacyOperations } from './embed-privacy/embed-privacy.routes.ts'
import { lazyStaticOperations } from './files/lazy-static.routes.ts'
import { removeStoredFilesJob } from './files/remove-stored-files.job.ts'
import { staticOperations } from './files/static.routes.ts'
import { listOperations } from './list/list.routes.ts'
import { passwordOperations } from './passwords/passwords.routes.ts'
import { readOperations } from './read/read.routes.ts'
import { removeExpiredFileTokens } from './read/video-file-token.ts'
import { manageTorrentJob, torrentSubscriptions } from './torrents/manage-torrent.job.ts'
import { replaceOperations } from './replace/replace-source.ts'
import { uploadOperations, uploadSchedules } from './upload/upload.routes.ts'

const hour = 60 * 60 * 1000

export const videosFeature = defineFeature({
  name: 'videos',
  operations: [
    ...constantOperations,
    ...listOperations,
    ...readOperations,
    ...editOperations,
    ...staticOperations,
    ...lazyStaticOperations,
    ...downloadOperations,
    ...uploadOperations,
    ...replaceOperations,
    ...passwordOperations,
    ...embedPrivacyOperations,
  ],
  jobs: [removeStoredFilesJob, movePrivateFilesJob, manageTorrentJob],
  subscriptions: [...torrentSubscriptions],
  schedules: [
    ...uploadSchedules,
    publishScheduledVideos,
    { name: 'videos/remove-file-tokens', every: () => hour, run: removeExpiredFileTokens },
  ],
})
