import { defineFeature } from '#foundation/feature.ts'
import { webfingerRoutes } from './actors/webfinger.routes.ts'
import { addSearchDescription, appRoutes } from './app/app.routes.ts'
import { nodeinfoRoutes } from './nodeinfo/nodeinfo.routes.ts'
import { sitemapRoutes } from './sitemap/sitemap.routes.ts'
import { addWellKnownFolders, wellKnownTextRoutes } from './texts/texts.routes.ts'

export const wellKnownFeature = defineFeature({
  name: 'well-known',
  operations: [...webfingerRoutes, ...wellKnownTextRoutes, ...nodeinfoRoutes, ...sitemapRoutes, ...appRoutes],
  routes(app, ctx) {
    addWellKnownFolders(app, ctx)
    addSearchDescription(app, ctx)
  },
})
