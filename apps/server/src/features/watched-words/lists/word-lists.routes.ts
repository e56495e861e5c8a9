import {
  deleteWatchedWordsAccountsByAccountNameListsByListId,
  deleteWatchedWordsServerListsByListId,
  getWatchedWordsAccountsByAccountNameLists,
  getWatchedWordsServerLists,
  postWatchedWordsAccountsByAccountNameLists,
  postWatchedWordsServerLists,
  putWatchedWordsAccountsByAccountNameListsByListId,
  putWatchedWordsServerListsByListId,
} from '@sepiola/contract/operations/watched-words.ts'
import { requireInstanceAccountId, requireOwnAccount } from '#features/accounts/public.ts'
import type { Context } from '#foundation/context.ts'
import { implement } from '#foundation/http/implement.ts'
import { addWordList, editWordList, removeWordList } from './edit-word-lists.ts'
import { listWordLists, type ListedWordListRow, type WordListPage } from './word-lists.sql.ts'

function wordListView({ id, listName, words, subscriptionUrl, createdAt, updatedAt }: ListedWordListRow) {
  return {
    id,
    listName,
    words,
    subscriptionUrl,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

async function lists(ctx: Context, accountId: number, page: WordListPage) {
  const { total, rows } = await listWordLists(ctx.db, accountId, page)
  return { total, data: rows.map(wordListView) }
}

const accountRoutes = [
  implement(getWatchedWordsAccountsByAccountNameLists, async ({ ctx, viewer, params, query }) =>
    lists(ctx, (await requireOwnAccount(ctx, viewer, params.accountName)).id, query),
  ),
  implement(postWatchedWordsAccountsByAccountNameLists, async ({ ctx, viewer, params, body }) => {
    const account = await requireOwnAccount(ctx, viewer, params.accountName)
    return { watchedWordsList: await addWordList(ctx, account.id, body) }
  }),
  implement(putWatchedWordsAccountsByAccountNameListsByListId, async ({ ctx, viewer, params, body }) => {
    const account = await requireOwnAccount(ctx, viewer, params.accountName)
    await editWordList(ctx, { accountId: account.id, id: params.listId }, body)
  }),
  implement(deleteWatchedWordsAccountsByAccountNameListsByListId, async ({ ctx, viewer, params }) => {
    const account = await requireOwnAccount(ctx, viewer, params.accountName)
    await removeWordList(ctx, account.id, params.listId)
  }),
]

const serverRoutes = [
  implement(getWatchedWordsServerLists, async ({ ctx, query }) =>
    lists(ctx, await requireInstanceAccountId(ctx.db), query),
  ),
  implement(postWatchedWordsServerLists, async ({ ctx, body }) => ({
    watchedWordsList: await addWordList(ctx, await requireInstanceAccountId(ctx.db), body),
  })),
  implement(putWatchedWordsServerListsByListId, async ({ ctx, params, body }) => {
    await editWordList(ctx, { accountId: await requireInstanceAccountId(ctx.db), id: params.listId }, body)
  }),
  implement(deleteWatchedWordsServerListsByListId, async ({ ctx, params }) => {
    await removeWordList(ctx, await requireInstanceAccountId(ctx.db), params.listId)
  }),
]

export const wordListRoutes = [...accountRoutes, ...serverRoutes]
