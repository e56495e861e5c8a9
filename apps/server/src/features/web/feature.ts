import { defineFeature } from '#foundation/feature.ts'
import { addWebRoutes, pages } from './web.routes.ts'

export const webFeature = defineFeature({ name: 'web', operations: pages, routes: addWebRoutes })
