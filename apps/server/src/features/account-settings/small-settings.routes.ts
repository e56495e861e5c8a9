import { randomUUID } from 'node:crypto'
import { putUsersMeNotificationSettings } from '@sepiola/contract/operations/my-notifications.ts'
import { deleteMe, postUsersMeNewFeatureInfoRead } from '@sepiola/contract/operations/my-user.ts'
import { getUsersScopedTokens, postUsersScopedTokens } from '@sepiola/contract/operations/session.ts'
import { removeUser } from '#features/user-admin/public.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { findFeedToken, markFeatureRead, setFeedToken, updateNotificationSettings } from './settings.sql.ts'

const deleteRoute = implement(deleteMe, async ({ ctx, viewer, request, reply }) => {
  if (viewer.username === 'root') throw problem(400, 'The root user cannot be removed.')
  await removeUser(ctx, viewer.userId)
  const user = { id: viewer.userId, username: viewer.username, email: viewer.email, role: viewer.role }
  ctx.audit.delete(viewer, 'users', user)
  await ctx.hooks.action('action:api.user.deleted', { user, req: request, res: reply })
})

const featureRoute = implement(postUsersMeNewFeatureInfoRead, ({ ctx, viewer, body }) =>
  markFeatureRead(ctx.db, viewer.userId, body.feature),
)

const feedTokenRoute = implement(getUsersScopedTokens, async ({ ctx, viewer }) => ({
  feedToken: await findFeedToken(ctx.db, viewer.userId),
}))

/** Feeds under the former token stop working. */
const renewFeedTokenRoute = implement(postUsersScopedTokens, async ({ ctx, viewer }) => {
  const feedToken = randomUUID()
  await setFeedToken(ctx.db, viewer.userId, feedToken)
  return { feedToken }
})

const notificationRoute = implement(putUsersMeNotificationSettings, async ({ ctx, viewer, body }) => {
  const given = Object.entries(body).filter((entry): entry is [string, number] => entry[1] !== undefined)
  await updateNotificationSettings(ctx.db, viewer.userId, Object.fromEntries(given), ctx.clock.now())
})

export const smallSettingsRoutes = [deleteRoute, featureRoute, feedTokenRoute, renewFeedTokenRoute, notificationRoute]
