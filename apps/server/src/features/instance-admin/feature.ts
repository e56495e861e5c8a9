import { forgetCountedActs } from '#foundation/db/counted-acts.sql.ts'
import { defineFeature } from '#foundation/feature.ts'
import { contactRoutes } from './contact/contact.routes.ts'
import { followSettings } from './custom-config/change-settings.ts'
import { customConfigRoutes } from './custom-config/custom-config.routes.ts'
import { settingSourcesRoutes } from './custom-config/setting-sources.routes.ts'
import { debugRoutes } from './debug/debug.routes.ts'
import { imageRoutes } from './images/images.routes.ts'
import { homepageRoutes } from './homepage/homepage.routes.ts'
import { logRoutes } from './logs/logs.routes.ts'
import { statsRoutes } from './stats/stats.routes.ts'

const hour = 3_600_000

export const instanceAdminFeature = defineFeature({
  name: 'instance-admin',
  operations: [
    ...customConfigRoutes,
    ...settingSourcesRoutes,
    ...homepageRoutes,
    ...imageRoutes,
    ...contactRoutes,
    ...statsRoutes,
    ...logRoutes,
    ...debugRoutes,
  ],
  schedules: [
    {
      name: 'instance-admin/forget-counted-acts',
      every: () => hour,
      run: (ctx) => forgetCountedActs(ctx.db, ctx.clock.now()),
    },
  ],
  onStart: followSettings,
})
