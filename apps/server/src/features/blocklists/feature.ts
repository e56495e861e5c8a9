import { defineFeature } from '#foundation/feature.ts'
import { blocklistRoutes } from './blocklists.routes.ts'

export const blocklistsFeature = defineFeature({ name: 'blocklists', operations: blocklistRoutes })
