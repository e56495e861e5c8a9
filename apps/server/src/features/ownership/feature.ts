import { defineFeature } from '#foundation/feature.ts'
import { channelOwnershipRoutes } from './channels.routes.ts'
import { videoOwnershipRoutes } from './videos.routes.ts'

export const ownershipFeature = defineFeature({
  name: 'ownership',
  operations: [...videoOwnershipRoutes, ...channelOwnershipRoutes],
})
