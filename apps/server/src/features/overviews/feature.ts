import { defineFeature } from '#foundation/feature.ts'
import { overviewRoute } from './overview.routes.ts'

export const overviewsFeature = defineFeature({ name: 'overviews', operations: [overviewRoute] })
