import { insertMissingWatchLater, localPlaylistUrl } from '#features/accounts/public.ts'
import { defineFeature } from '#foundation/feature.ts'
import { editOperations } from './edit/edit.routes.ts'
import { elementOperations } from './elements/elements.routes.ts'
import { readOperations } from './read/read.routes.ts'
import { playlistThumbnailJob, thumbnailSubscriptions } from './thumbnails/playlist-thumbnail.job.ts'

export const playlistsFeature = defineFeature({
  name: 'playlists',
  operations: [...readOperations, ...editOperations, ...elementOperations],
  jobs: [playlistThumbnailJob],
  subscriptions: thumbnailSubscriptions,
  onStart: ({ db, origin, clock }) =>
    insertMissingWatchLater(db, { urlPrefix: localPlaylistUrl(origin), now: clock.now() }),
})
