import { watchedWordsList, watchedWordsListChange, created } from '../fields.ts'
import { handle, id, integer, object, text, url } from '../lenient.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import { WatchedWordsLists, WatchedWordsSubscription } from '../schemas/moderation.ts'

const wordListSorts = ['createdAt', 'updatedAt', 'listName'] as const

export const getWatchedWordsAccountsByAccountNameLists = operation({
  id: 'getWatchedWordsAccountsByAccountNameLists',
  method: 'GET',
  path: '/api/v1/watched-words/accounts/{accountName}/lists',
  tag: 'Watched Words',
  summary: 'Word lists of an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  query: () => object({ ...sortedPage(wordListSorts, '-createdAt') }),
  success: 200,
  response: resultList(WatchedWordsLists),
  in70: true,
})

export const postWatchedWordsAccountsByAccountNameLists = operation({
  id: 'postWatchedWordsAccountsByAccountNameLists',
  method: 'POST',
  path: '/api/v1/watched-words/accounts/{accountName}/lists',
  tag: 'Watched Words',
  summary: 'Add an account word list',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  body: () => object({ ...watchedWordsList() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: created('watchedWordsList'),
  in70: true,
})

export const putWatchedWordsAccountsByAccountNameListsByListId = operation({
  id: 'putWatchedWordsAccountsByAccountNameListsByListId',
  method: 'PUT',
  path: '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
  tag: 'Watched Words',
  summary: 'Edit an account word list',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle(), listId: id() }),
  body: () => object({ ...watchedWordsListChange() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteWatchedWordsAccountsByAccountNameListsByListId = operation({
  id: 'deleteWatchedWordsAccountsByAccountNameListsByListId',
  method: 'DELETE',
  path: '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
  tag: 'Watched Words',
  summary: 'Delete an account word list',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle(), listId: id() }),
  success: 204,
  in70: true,
})

export const getWatchedWordsServerLists = operation({
  id: 'getWatchedWordsServerLists',
  method: 'GET',
  path: '/api/v1/watched-words/server/lists',
  tag: 'Watched Words',
  summary: 'Word lists of the server',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(wordListSorts, '-createdAt') }),
  success: 200,
  response: resultList(WatchedWordsLists),
  in70: true,
})

export const postWatchedWordsServerLists = operation({
  id: 'postWatchedWordsServerLists',
  method: 'POST',
  path: '/api/v1/watched-words/server/lists',
  tag: 'Watched Words',
  summary: 'Add a server word list',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  body: () => object({ ...watchedWordsList() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: created('watchedWordsList'),
  in70: true,
})

export const putWatchedWordsServerListsByListId = operation({
  id: 'putWatchedWordsServerListsByListId',
  method: 'PUT',
  path: '/api/v1/watched-words/server/lists/{listId}',
  tag: 'Watched Words',
  summary: 'Edit a server word list',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  params: () => object({ listId: id() }),
  body: () => object({ ...watchedWordsListChange() }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: true,
})

export const deleteWatchedWordsServerListsByListId = operation({
  id: 'deleteWatchedWordsServerListsByListId',
  method: 'DELETE',
  path: '/api/v1/watched-words/server/lists/{listId}',
  tag: 'Watched Words',
  summary: 'Delete a server word list',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  params: () => object({ listId: id() }),
  success: 204,
  in70: true,
})

export const getWatchedWordsAccountsByAccountNameSubscriptions = operation({
  id: 'getWatchedWordsAccountsByAccountNameSubscriptions',
  method: 'GET',
  path: '/api/v1/watched-words/accounts/{accountName}/subscriptions',
  tag: 'Watched Words',
  summary: 'Remote word lists of an account',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  query: () => object({ ...sortedPage(['name', 'createdAt', 'lastSyncAt'], '-createdAt'), search: text().optional() }),
  success: 200,
  response: resultList(WatchedWordsSubscription),
  in70: false,
})

export const postWatchedWordsAccountsByAccountNameSubscriptions = operation({
  id: 'postWatchedWordsAccountsByAccountNameSubscriptions',
  method: 'POST',
  path: '/api/v1/watched-words/accounts/{accountName}/subscriptions',
  tag: 'Watched Words',
  summary: 'Follow a remote word list (account)',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle() }),
  body: () => object({ url: url() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: WatchedWordsSubscription,
  in70: false,
})

export const deleteWatchedWordsAccountsByAccountNameSubscriptionsById = operation({
  id: 'deleteWatchedWordsAccountsByAccountNameSubscriptionsById',
  method: 'DELETE',
  path: '/api/v1/watched-words/accounts/{accountName}/subscriptions/{id}',
  tag: 'Watched Words',
  summary: 'Unfollow a remote word list (account)',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ accountName: handle(), id: integer() }),
  success: 204,
  in70: false,
})

export const getWatchedWordsServerSubscriptions = operation({
  id: 'getWatchedWordsServerSubscriptions',
  method: 'GET',
  path: '/api/v1/watched-words/server/subscriptions',
  tag: 'Watched Words',
  summary: 'Remote word lists of the server',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  query: () => object({ ...sortedPage(['name', 'createdAt', 'lastSyncAt'], '-createdAt'), search: text().optional() }),
  success: 200,
  response: resultList(WatchedWordsSubscription),
  in70: false,
})

export const postWatchedWordsServerSubscriptions = operation({
  id: 'postWatchedWordsServerSubscriptions',
  method: 'POST',
  path: '/api/v1/watched-words/server/subscriptions',
  tag: 'Watched Words',
  summary: 'Follow a remote word list (server)',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  body: () => object({ url: url() }),
  bodyTypes: ['application/json'],
  success: 200,
  response: WatchedWordsSubscription,
  in70: false,
})

export const deleteWatchedWordsServerSubscriptionsById = operation({
  id: 'deleteWatchedWordsServerSubscriptionsById',
  method: 'DELETE',
  path: '/api/v1/watched-words/server/subscriptions/{id}',
  tag: 'Watched Words',
  summary: 'Unfollow a remote word list (server)',
  auth: 'user',
  right: 'MANAGE_INSTANCE_WATCHED_WORDS',
  rateLimit: 'api',
  params: () => object({ id: integer() }),
  success: 204,
  in70: false,
})
