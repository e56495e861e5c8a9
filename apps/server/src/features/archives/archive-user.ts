import type { UserRight } from '@sepiola/contract/rights.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import { can, type Viewer } from '#foundation/http/viewer.ts'
import { requireUser, type TargetUser } from '#features/user-admin/public.ts'

/** Whose archives are meant: the viewer's own, or anybody's with the right. Throws 404, 403. */
export async function requireArchiveUser(
  ctx: Context,
  viewer: Viewer,
  userId: number,
  right: UserRight,
): Promise<TargetUser> {
  const user = await requireUser(ctx, userId)
  if (user.id !== viewer.userId && !can(viewer, right)) {
    throw problem(403, `User ${viewer.username} cannot manage the archives of another user.`)
  }
  return user
}
