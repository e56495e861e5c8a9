// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteWatchedWordsAccountsByAccountNameListsByListId =
  endpoint<'deleteWatchedWordsAccountsByAccountNameListsByListId'>(
    'DELETE',
    '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
    'nothing',
  )
export const deleteWatchedWordsAccountsByAccountNameSubscriptionsById =
  endpoint<'deleteWatchedWordsAccountsByAccountNameSubscriptionsById'>(
    'DELETE',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions/{id}',
    'nothing',
  )
export const deleteWatchedWordsServerListsByListId = endpoint<'deleteWatchedWordsServerListsByListId'>(
  'DELETE',
  '/api/v1/watched-words/server/lists/{listId}',
  'nothing',
)
export const deleteWatchedWordsServerSubscriptionsById = endpoint<'deleteWatchedWordsServerSubscriptionsById'>(
  'DELETE',
  '/api/v1/watched-words/server/subscriptions/{id}',
  'nothing',
)
export const getWatchedWordsAccountsByAccountNameLists = endpoint<'getWatchedWordsAccountsByAccountNameLists'>(
  'GET',
  '/api/v1/watched-words/accounts/{accountName}/lists',
  'json',
)
export const getWatchedWordsAccountsByAccountNameSubscriptions =
  endpoint<'getWatchedWordsAccountsByAccountNameSubscriptions'>(
    'GET',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions',
    'json',
  )
export const getWatchedWordsServerLists = endpoint<'getWatchedWordsServerLists'>(
  'GET',
  '/api/v1/watched-words/server/lists',
  'json',
)
export const getWatchedWordsServerSubscriptions = endpoint<'getWatchedWordsServerSubscriptions'>(
  'GET',
  '/api/v1/watched-words/server/subscriptions',
  'json',
)
export const postWatchedWordsAccountsByAccountNameLists = endpoint<'postWatchedWordsAccountsByAccountNameLists'>(
  'POST',
  '/api/v1/watched-words/accounts/{accountName}/lists',
  'json',
  'json',
)
export const postWatchedWordsAccountsByAccountNameSubscriptions =
  endpoint<'postWatchedWordsAccountsByAccountNameSubscriptions'>(
    'POST',
    '/api/v1/watched-words/accounts/{accountName}/subscriptions',
    'json',
    'json',
  )
export const postWatchedWordsServerLists = endpoint<'postWatchedWordsServerLists'>(
  'POST',
  '/api/v1/watched-words/server/lists',
  'json',
  'json',
)
export const postWatchedWordsServerSubscriptions = endpoint<'postWatchedWordsServerSubscriptions'>(
  'POST',
  '/api/v1/watched-words/server/subscriptions',
  'json',
  'json',
)
export const putWatchedWordsAccountsByAccountNameListsByListId =
  endpoint<'putWatchedWordsAccountsByAccountNameListsByListId'>(
    'PUT',
    '/api/v1/watched-words/accounts/{accountName}/lists/{listId}',
    'nothing',
    'json',
  )
export const putWatchedWordsServerListsByListId = endpoint<'putWatchedWordsServerListsByListId'>(
  'PUT',
  '/api/v1/watched-words/server/lists/{listId}',
  'nothing',
  'json',
)
