import { defineFeature } from '#foundation/feature.ts'
import { feedOperations } from './feeds.routes.ts'
import { podcastRoute } from './podcast/podcast.routes.ts'

export const feedsFeature = defineFeature({ name: 'feeds', operations: [...feedOperations, podcastRoute] })
