import { defineFeature } from '#foundation/feature.ts'
import { addWebRoutes } from './web.routes.ts'

export const webFeature = defineFeature({ name: 'web', routes: addWebRoutes })
