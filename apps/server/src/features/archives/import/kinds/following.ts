import { z } from 'zod'
import { handleWithHost } from '@sepiola/contract/lenient.ts'
import { define } from '@sepiola/contract/operation.ts'
import { resolveHandle } from '#features/accounts/public.ts'
import { findFollowTarget, subscribeToHandle } from '#features/subscriptions/public.ts'
import { problem } from '#foundation/http/problem.ts'
import { inBatches } from '../../export/content/in-batches.ts'
import { findFollowing, findOwner } from '../../export/content/person-rows.sql.ts'
import { bringInEach, readItems, type BringIn } from '../bring-in.ts'

const item = define(() => z.object({ targetHandle: handleWithHost() }))

/** Channels of other servers that nobody here knows yet are looked for later, as when one subscribes by hand. */
export const bringInFollowing: BringIn = async (run, tell) => {
  const { ctx, viewer, archive } = run
  const items = await readItems(archive, 'following', 'following')
  const owner = (await findOwner(ctx.db, viewer.userId))!
  const followed = new Set<string>()
  for await (const follow of inBatches((page) => findFollowing(ctx.db, owner, ctx.origin.host, page))) {
    followed.add(follow.targetHandle.toLowerCase())
  }
  return bringInEach(run, { kind: 'following', items, schema: item(), tell }, async ({ targetHandle }) => {
    if (followed.has(targetHandle.toLowerCase())) return 'duplicates'
    const wanted = resolveHandle(ctx.origin, targetHandle)
    const isUnknownHere = wanted?.host === null && !(await findFollowTarget(ctx.db, wanted))
    if (isUnknownHere) throw problem(404, `There is no channel ${targetHandle}.`)
    await subscribeToHandle(ctx, viewer, targetHandle)
    followed.add(targetHandle.toLowerCase())
    return 'success'
  })
}
