import { limits } from '@sepiola/contract/limits.ts'
import { defineListSync } from '#features/blocklists/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { saveWordList } from '../lists/edit-word-lists.ts'
import { deleteWordList, insertWordList } from '../lists/word-lists.sql.ts'
import { retagLater } from '../retag/retag.job.ts'
import { applyWordActions, wordActions, type WordAction } from './word-actions.ts'
import {
  findWordSubscription,
  findWordSubscriptionIds,
  lockImportedWords,
  updateWordSubscription,
  type WordSubscriptionRow,
} from './word-subscriptions.sql.ts'

/** Word lists of other servers are followed for an account or the instance. */
export const { job: syncWordsJob, schedule: syncWordLists } = defineListSync({
  type: 'watched-words-subscription-sync',
  name: 'watched-words/sync-subscriptions',
  actions: wordActions,
  find: findWordSubscription,
  findIds: findWordSubscriptionIds,
  update: updateWordSubscription,
  apply: async (ctx, tx, row, { name, actions }) => ({ listId: await saveWords(ctx, tx, row, name, actions) }),
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
  } else await saveWordList(ctx, tx, { accountId, id: listId }, { listName, words })
  await retagLater(ctx, tx, accountId)
  return saved
}
