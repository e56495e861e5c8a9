import { defineFeature } from '#foundation/feature.ts'
import { captionOperations } from './captions.routes.ts'
import { captionPlaylistsJob, onVideoFilesChanged } from './playlists/refresh-caption-playlists.ts'

export const captionsFeature = defineFeature({
  name: 'captions',
  operations: captionOperations,
  jobs: [captionPlaylistsJob],
  subscriptions: [onVideoFilesChanged],
})
