import { z } from 'zod'
import { SyncState } from '@sepiola/contract/enums.ts'
import { limits } from '@sepiola/contract/limits.ts'
import { fetchActions } from '#features/blocklists/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import type { Schedule } from '#foundation/feature.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { deleteWordList, insertWordList, updateWordList } from '../lists/word-lists.sql.ts'
import { retagLater } from '../retag/retag.job.ts'
import { applyWordActions, wordActions, type WordAction } from './word-actions.ts'
import {
  findWordSubscription,
  findWordSubscriptionIds,
  lockImportedWords,
  updateWordSubscription,
  type WordSubscriptionRow,
} from './word-subscriptions.sql.ts'

/** Follows what happened in a word list of another server since the last time (spec 04 §10). */
export const syncWordsJob = defineJob({
  type: 'watched-words-subscription-sync',
  payload: () => z.object({ subscriptionId: z.int() }),
  async run(ctx, { payload: { subscriptionId } }) {
    const subscription = await findWordSubscription(ctx.db, subscriptionId)
    if (!subscription) return
    await updateWordSubscription(ctx.db, subscriptionId, { state: SyncState.PROCESSING, updatedAt: ctx.clock.now() })
    const { name, actions } = await fetchActions(ctx, subscription.url, subscription.lastActionAt, wordActions())
    await ctx.db.transaction().execute(async (tx) => {
      const now = ctx.clock.now()
      const listId = await saveWords(ctx, tx, subscription, name, actions)
      const newest = actions.at(-1)?.createdAt
      await updateWordSubscription(tx, subscriptionId, {
        ...{ name, listId, state: SyncState.SYNCED, lastSyncAt: now, updatedAt: now },
        ...(newest && { lastActionAt: newest }),
      })
    })
  },
  // A run begins with the state that the failure ended.
  revive: async () => true,

  async failed(ctx, { payload: { subscriptionId } }) {
    const now = ctx.clock.now()
    await updateWordSubscription(ctx.db, subscriptionId, { state: SyncState.FAILED, updatedAt: now, lastSyncAt: now })
  },
})

/** The list of the imported words: made with the first one, removed with the last. Returns its id, if there is one. */
async function saveWords(
  ctx: Context,
  tx: Tx,
  { accountId, listId, name: oldName }: WordSubscriptionRow,
  listName: string,
  actions: readonly WordAction[],
): Promise<number | null> {
  if (actions.length === 0 && listName === oldName) return listId
  const words = applyWordActions(await lockImportedWords(tx, listId), actions)
  if (words.length > limits.watchedWords.max)
    throw new Error(`The list has more than ${limits.watchedWords.max} words.`)
  const now = ctx.clock.now()
  let saved = listId
  if (listId === null) {
    if (words.length > 0) saved = await insertWordList(tx, { accountId, listName, words, now })
  } else if (words.length === 0) {
    await deleteWordList(tx, accountId, listId)
    saved = null
  } else await updateWordList(tx, { accountId, id: listId }, { listName, words, updatedAt: now })
  await retagLater(ctx, tx, accountId)
  return saved
}

const hour = 60 * 60 * 1000

export const syncWordLists: Schedule = {
  name: 'watched-words/sync-subscriptions',
  every: (ctx) => (ctx.testMode ? 5_000 : hour),
  async run(ctx) {
    for (const subscriptionId of await findWordSubscriptionIds(ctx.db)) {
      await ctx.jobs.add(ctx.db, syncWordsJob, { subscriptionId }, { key: String(subscriptionId) })
    }
  },
}
