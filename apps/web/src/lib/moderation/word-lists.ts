import {
  deleteWatchedWordsAccountsByAccountNameListsByListId,
  deleteWatchedWordsServerListsByListId,
  getWatchedWordsAccountsByAccountNameLists,
  getWatchedWordsServerLists,
  postWatchedWordsAccountsByAccountNameLists,
  postWatchedWordsServerLists,
  putWatchedWordsAccountsByAccountNameListsByListId,
  putWatchedWordsServerListsByListId,
} from '@sepiola/api-client/endpoints/watched-words.ts'
import type { WatchedWordsLists } from '@sepiola/contract/schemas/moderation.ts'
import { call } from '#lib/api/call.ts'
import type { LoadRows } from '#lib/ui/table/table.ts'

export type WordList = WatchedWordsLists

interface WordListFields {
  listName: string
  words: string[]
}

interface WordLists {
  load: LoadRows<WordList>
  create: (body: WordListFields) => Promise<unknown>
  update: (listId: number, body: WordListFields) => Promise<unknown>
  remove: (listId: number) => Promise<unknown>
}

/** The instance's lists, or an account's (spec 10 §5.1). */
export function wordListsOf(accountName?: string): WordLists {
  const query = ({ start, count, sort }: Parameters<LoadRows<WordList>>[0]) => ({
    start,
    count,
    sort: sort as '-createdAt',
  })
  if (accountName === undefined) {
    return {
      load: (request) => call(getWatchedWordsServerLists, { query: query(request) }),
      create: (body) => call(postWatchedWordsServerLists, { body }),
      update: (listId, body) => call(putWatchedWordsServerListsByListId, { params: { listId }, body }),
      remove: (listId) => call(deleteWatchedWordsServerListsByListId, { params: { listId } }),
    }
  }
  return {
    load: (request) =>
      call(getWatchedWordsAccountsByAccountNameLists, { params: { accountName }, query: query(request) }),
    create: (body) => call(postWatchedWordsAccountsByAccountNameLists, { params: { accountName }, body }),
    update: (listId, body) =>
      call(putWatchedWordsAccountsByAccountNameListsByListId, { params: { accountName, listId }, body }),
    remove: (listId) => call(deleteWatchedWordsAccountsByAccountNameListsByListId, { params: { accountName, listId } }),
  }
}
