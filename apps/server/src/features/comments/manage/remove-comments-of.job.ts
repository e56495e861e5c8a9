import { z } from 'zod'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { commentsChanged } from '../read/thread-cache.ts'
import { removeComments } from '../write/remove-comment.ts'
import { findCommentsOf } from './comments-of.sql.ts'

/** Spec 10 §4. */
const atMost = 5000
/** Comments per transaction. */
const batchSize = 100

/** Deletes the newest comments of an account, everywhere or on the videos of another account. */
export const removeCommentsOfJob = defineJob({
  type: 'remove-comments-of',
  payload: () =>
    z.object({
      accountId: z.int(),
      byAccountId: z.int(),
      scope: z.enum(['my-videos', 'my-videos-and-collaborations', 'instance']),
    }),
  attempts: 3,
  async run(ctx, { payload: { accountId, byAccountId, scope }, signal }) {
    const owner = scope === 'instance' ? null : { id: byAccountId, collaborations: scope !== 'my-videos' }
    const ids = await findCommentsOf(ctx.db, accountId, owner, atMost)
    for (let start = 0; start < ids.length; start += batchSize) {
      signal.throwIfAborted()
      const batch = ids.slice(start, start + batchSize)
      await ctx.db.transaction().execute((tx) => removeComments(ctx, tx, batch))
      commentsChanged(ctx)
    }
  },
})
