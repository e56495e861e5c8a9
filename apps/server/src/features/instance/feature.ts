import { defineFeature } from '#foundation/feature.ts'
import { configRoutes } from './config/config.routes.ts'
import { followInstance } from './config/public-config.ts'

export const instanceFeature = defineFeature({ name: 'instance', operations: configRoutes, onStart: followInstance })
