import { defineFeature } from '#foundation/feature.ts'
import { avatarRoutes } from './avatar/avatar.routes.ts'
import { profileRoutes } from './profile/profile.routes.ts'
import { smallSettingsRoutes } from './small-settings.routes.ts'
import { twoFactorRoutes } from './two-factor/two-factor.routes.ts'
import { deleteExpiredTwoFactorRequests } from './two-factor/two-factor.sql.ts'

const hour = 3_600_000

export const accountSettingsFeature = defineFeature({
  name: 'account-settings',
  operations: [...profileRoutes, ...avatarRoutes, ...twoFactorRoutes, ...smallSettingsRoutes],
  schedules: [
    {
      name: 'account-settings/delete-expired-requests',
      every: () => hour,
      run: (ctx) => deleteExpiredTwoFactorRequests(ctx.db, ctx.clock.now()),
    },
  ],
})
