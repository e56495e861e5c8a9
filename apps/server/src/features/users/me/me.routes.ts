import { getUserInfo, getUsersMeVideoQuotaUsed } from '@sepiola/contract/operations/my-user.ts'
import { implement } from '#foundation/http/implement.ts'
import { quotaUsed } from '../quota/check-quota.ts'
import { findMyUser } from './me.sql.ts'
import { myUserView } from './user.view.ts'

const meRoute = implement(getUserInfo, async ({ ctx, viewer }) => {
  const user = await findMyUser(ctx.db, viewer.userId)
  if (!user) throw new Error(`User ${viewer.userId} has a session but no row`)
  const view = myUserView(ctx.origin, ctx.settings.current, user)
  return ctx.hooks.filter('filter:api.user.me.get.result', view, { user })
})

const quotaRoute = implement(getUsersMeVideoQuotaUsed, ({ ctx, viewer }) => quotaUsed(ctx, viewer.userId))

export const meRoutes = [meRoute, quotaRoute]
