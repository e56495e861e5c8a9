import { defineFeature } from '#foundation/feature.ts'
import { clientConfigRoutes } from './client-config.routes.ts'

export const clientConfigFeature = defineFeature({ name: 'client-config', operations: clientConfigRoutes })
