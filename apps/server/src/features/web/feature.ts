import { defineFeature } from '#foundation/feature.ts'
import { addWebRoutes, pages, teapot } from './web.routes.ts'

export const webFeature = defineFeature({ name: 'web', operations: [...pages, teapot], routes: addWebRoutes })
