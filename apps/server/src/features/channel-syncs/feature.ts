import { defineFeature } from '#foundation/feature.ts'
import { syncRoutes } from './syncs.routes.ts'

export const channelSyncsFeature = defineFeature({ name: 'channel-syncs', operations: syncRoutes })
