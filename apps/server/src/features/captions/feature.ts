import { defineFeature } from '#foundation/feature.ts'
import { captionOperations } from './captions.routes.ts'
import { onSourceReplaced, onVideoCreated, onVideoDeleted } from './generate/on-new-file.ts'
import { transcriptionJob } from './generate/transcribe.job.ts'
import { captionPlaylistsJob, onVideoFilesChanged } from './playlists/refresh-caption-playlists.ts'

export const captionsFeature = defineFeature({
  name: 'captions',
  operations: captionOperations,
  jobs: [captionPlaylistsJob, transcriptionJob],
  subscriptions: [onVideoFilesChanged, onVideoCreated, onSourceReplaced, onVideoDeleted],
})
