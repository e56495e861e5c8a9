import { defineFeature } from '#foundation/feature.ts'
import { playlistUrl } from './edit/create-playlist.ts'
import { editOperations } from './edit/edit.routes.ts'
import { addMissingWatchLater } from './edit/edit.sql.ts'
import { elementOperations } from './elements/elements.routes.ts'
import { readOperations } from './read/read.routes.ts'
import { playlistThumbnailJob, thumbnailSubscriptions } from './thumbnails/playlist-thumbnail.job.ts'

export const playlistsFeature = defineFeature({
  name: 'playlists',
  operations: [...readOperations, ...editOperations, ...elementOperations],
  jobs: [playlistThumbnailJob],
  subscriptions: thumbnailSubscriptions,
  onStart: (ctx) => addMissingWatchLater(ctx.db, playlistUrl(ctx), ctx.clock.now()),
})
