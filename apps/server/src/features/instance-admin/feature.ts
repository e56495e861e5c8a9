import { defineFeature } from '#foundation/feature.ts'
import { customConfigRoutes } from './custom-config/custom-config.routes.ts'
import { followSettings } from './custom-config/change-settings.ts'

export const instanceAdminFeature = defineFeature({
  name: 'instance-admin',
  operations: customConfigRoutes,
  onStart: followSettings,
})
