import { defineFeature } from '#foundation/feature.ts'
import { videoStatsRoutes } from './video-stats.routes.ts'

export const videoStatsFeature = defineFeature({ name: 'video-stats', operations: videoStatsRoutes })
