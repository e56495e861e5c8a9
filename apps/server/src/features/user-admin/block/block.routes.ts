import { postUsersByIdBlock, postUsersByIdUnblock } from '@sepiola/contract/operations/users.ts'
import { sendMailLater } from '#features/mails/public.ts'
import { deleteUserTokens, forgetUser } from '#features/sessions/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { updateUser } from '../edit/update-user.sql.ts'
import type { TargetUser } from '../find-target.sql.ts'
import { requireManageableUser } from '../moderation-scope.ts'
import { userBlockChanged } from '../user-admin.events.ts'

/** Ends all sessions of the person and tells them by mail (spec 02 §1). */
async function setBlocked(
  ctx: Context,
  viewer: Viewer,
  user: TargetUser,
  { blocked, reason }: { blocked: boolean; reason: string | null },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await updateUser(tx, user.id, { blocked, blockedReason: blocked ? reason : null }, ctx.clock.now())
    await deleteUserTokens(tx, user.id)
    await sendMailLater(ctx, tx, {
      to: user.email,
      template: blocked ? 'user-blocked' : 'user-unblocked',
      locale: user.language,
      data: { username: user.username, reason },
    })
    await ctx.events.publish(tx, userBlockChanged, { userId: user.id, blocked, reason, byUserId: viewer.userId })
  })
  await forgetUser(ctx, user.id)
  ctx.audit.update(viewer, 'users', user, { ...user, blocked, blockedReason: reason })
}

const blockRoute = implement(postUsersByIdBlock, async ({ ctx, viewer, params, body, request, reply }) => {
  const user = await requireManageableUser(ctx, viewer, params.id)
  await setBlocked(ctx, viewer, user, { blocked: true, reason: body.reason ?? null })
  await ctx.hooks.action('action:api.user.blocked', { user, req: request, res: reply })
})

const unblockRoute = implement(postUsersByIdUnblock, async ({ ctx, viewer, params, body, request, reply }) => {
  const user = await requireManageableUser(ctx, viewer, params.id)
  await setBlocked(ctx, viewer, user, { blocked: false, reason: body.reason ?? null })
  await ctx.hooks.action('action:api.user.unblocked', { user, req: request, res: reply })
})

export const blockRoutes = [blockRoute, unblockRoute]
