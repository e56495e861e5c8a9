import type { Context } from '#foundation/context.ts'
import { plainProblem, problem, type Problem } from '#foundation/http/problem.ts'
import { isInScope, type Viewer } from '#foundation/http/viewer.ts'
import { findTargetUser, type TargetUser } from './find-target.sql.ts'

/** Throws 404 without a body of its own (spec 02 §1). */
export async function requireUser(ctx: Context, id: number): Promise<TargetUser> {
  const user = await findTargetUser(ctx.db, id)
  if (!user) throw plainProblem(404)
  return user
}

export function outOfScope(): Problem {
  return problem(403, 'A moderator can only manage plain users.')
}

/** For what nobody may do to `root`. Throws 404, 400, 403, in this order. */
export async function requireManageableUser(ctx: Context, viewer: Viewer, id: number): Promise<TargetUser> {
  const user = await requireUser(ctx, id)
  if (user.username === 'root') throw problem(400, 'The root user cannot be removed or blocked.')
  if (!isInScope(viewer, user)) throw outOfScope()
  return user
}
