import { defineFeature } from '#foundation/feature.ts'
import { searchSchedules } from './index/search-schedules.ts'
import { searchOperations } from './search.routes.ts'

export const searchFeature = defineFeature({
  name: 'search',
  operations: searchOperations,
  schedules: searchSchedules,
})
