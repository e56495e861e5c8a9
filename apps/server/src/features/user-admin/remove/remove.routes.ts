import { delUser } from '@sepiola/contract/operations/users.ts'
import { implement } from '#foundation/http/implement.ts'
import { requireManageableUser } from '../moderation-scope.ts'
import { removeUser } from './remove-user.ts'

const deleteRoute = implement(delUser, async ({ ctx, viewer, params, request, reply }) => {
  const user = await requireManageableUser(ctx, viewer, params.id)
  await removeUser(ctx, user.id)
  ctx.audit.delete(viewer, 'users', user)
  await ctx.hooks.action('action:api.user.deleted', { user, req: request, res: reply })
})

export const removeRoutes = [deleteRoute]
