import { defineFeature } from '#foundation/feature.ts'
import { configRoutes } from './config/config.routes.ts'

export const instanceFeature = defineFeature({ name: 'instance', operations: configRoutes })
