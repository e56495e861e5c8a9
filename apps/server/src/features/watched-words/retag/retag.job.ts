import { createHash } from 'node:crypto'
import { z } from 'zod'
import { requireInstanceAccountId } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { findWordLists, type WordListRow } from '../lists/word-lists.sql.ts'
import { replaceCommentTags, replaceVideoTags, type TagOf } from '../tags/automatic-tags.sql.ts'
import { findTags } from '../tags/find-tags.ts'
import { findCommentsBehind, findVideosBehind, type TaggedText } from './retag.sql.ts'

/** Texts per transaction. */
const batchSize = 500

function fingerprint(lists: readonly WordListRow[]): string {
  const content = lists.map(({ id, listName, words }) => [id, listName, words])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/**
 * Tags what is there already after a change of an account's word lists (spec 10 §5.1); nothing is held or blocked by
 * that. `lists`: fingerprint of the lists it was asked for; when they changed again, the job of that change does it.
 */
export const retagJob = defineJob({
  type: 'automatic-tags-refresh',
  payload: () => z.object({ accountId: z.int(), lists: z.string() }),
  attempts: 3,
  async run(ctx, { payload: { accountId, lists: asked }, signal }) {
    const lists = await findWordLists(ctx.db, [accountId])
    if (fingerprint(lists) !== asked) return
    const ofInstance = accountId === (await requireInstanceAccountId(ctx.db))
    const retag = (find: (after: number) => Promise<TaggedText[]>, replace: typeof replaceCommentTags) =>
      retagAll(ctx, signal, find, (tx, ids, texts) => {
        const tags = texts.flatMap(({ id, text }): TagOf[] => findTags(ctx, text, lists).map((name) => ({ id, name })))
        return replace(tx, accountId, ids, tags, ctx.clock.now())
      })
    await retag(
      (after) => findCommentsBehind(ctx.db, ofInstance ? null : accountId, after, batchSize),
      replaceCommentTags,
    )
    if (ofInstance) await retag((after) => findVideosBehind(ctx.db, after, batchSize), replaceVideoTags)
  },
})

async function retagAll(
  ctx: Context,
  signal: AbortSignal,
  find: (after: number) => Promise<TaggedText[]>,
  replace: (tx: Tx, ids: number[], texts: TaggedText[]) => Promise<void>,
): Promise<void> {
  for (let after = 0; ;) {
    signal.throwIfAborted()
    const texts = await find(after)
    if (texts.length === 0) return
    await ctx.db.transaction().execute((tx) =>
      replace(
        tx,
        texts.map(({ id }) => id),
        texts,
      ),
    )
    after = texts.at(-1)!.id
  }
}

/** To be called in the transaction that changed the account's lists. */
export async function retagLater(ctx: Context, tx: Tx, accountId: number): Promise<void> {
  await ctx.jobs.add(tx, retagJob, { accountId, lists: fingerprint(await findWordLists(tx, [accountId])) })
}
