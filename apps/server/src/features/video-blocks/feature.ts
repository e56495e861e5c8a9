import { defineFeature } from '#foundation/feature.ts'
import { followSavedVideos } from './auto-block.ts'
import { videoBlockRoutes } from './video-blocks.routes.ts'

export const videoBlocksFeature = defineFeature({
  name: 'video-blocks',
  operations: videoBlockRoutes,
  onStart: followSavedVideos,
})
