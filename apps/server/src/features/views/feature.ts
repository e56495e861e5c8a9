import { defineFeature } from '#foundation/feature.ts'
import { viewSchedules } from './view-schedules.ts'
import { refuseOtherVerbs, viewOperations } from './views.routes.ts'

export const viewsFeature = defineFeature({
  name: 'views',
  operations: viewOperations,
  routes: refuseOtherVerbs,
  schedules: viewSchedules,
})
