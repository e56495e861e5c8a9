import { putUser } from '@sepiola/contract/operations/users.ts'
import type { BodyOf } from '@sepiola/contract/operation.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import { findPasswordFaults } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { isUniqueViolation } from '#foundation/db/sql-errors.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { isInScope, type Viewer } from '#foundation/http/viewer.ts'
import { isEmailTakenByOther, type TargetUser } from '../find-target.sql.ts'
import { outOfScope, requireUser } from '../moderation-scope.ts'
import { saveUser } from './save-user.ts'
import type { UserChange } from './update-user.sql.ts'

type Change = BodyOf<typeof putUser>

const updateRoute = implement(
  putUser,
  async ({ ctx, viewer, params, body, request, reply }) => {
    const user = await requireUser(ctx, params.id)
    await requireAllowedChange(ctx, viewer, user, body)
    await saveChange(ctx, viewer, user, body)
    await ctx.hooks.action('action:api.user.updated', { user, req: request, res: reply })
  },
  { findFaults: ({ ctx, body }) => findPasswordFaults(ctx, body.password) },
)

/** Checks in the order of spec 02 §1. Throws 400, 403, 409. */
async function requireAllowedChange(ctx: Context, viewer: Viewer, user: TargetUser, change: Change): Promise<void> {
  const { role, email } = change
  if (user.username === 'root' && role !== undefined && role !== user.role) {
    throw problem(400, 'The role of the root user cannot be changed.')
  }
  if (!isInScope(viewer, user)) throw outOfScope()
  if (viewer.role !== UserRole.ADMINISTRATOR && role !== undefined && role !== UserRole.USER) {
    throw problem(403, 'A moderator cannot make administrators or moderators.')
  }
  if (email !== undefined && (await isEmailTakenByOther(ctx.db, email, user.id))) throw emailTaken()
}

async function saveChange(ctx: Context, viewer: Viewer, user: TargetUser, change: Change): Promise<void> {
  const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as UserChange
  // A plugin without a name is none: nobody could sign in through it.
  if (defined.pluginAuth === '') defined.pluginAuth = null
  try {
    await saveUser(ctx, user, defined, viewer.userId)
  } catch (error) {
    // Two requests for one address at the same time.
    if (isUniqueViolation(error)) throw emailTaken()
    throw error
  }
  const { password: _secret, ...told } = defined
  ctx.audit.update(viewer, 'users', user, { ...user, ...told })
}

function emailTaken() {
  return problem(409, 'User with this email already exists.')
}

export const updateUserRoutes = [updateRoute]
