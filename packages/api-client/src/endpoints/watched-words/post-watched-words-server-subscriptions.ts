// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postWatchedWordsServerSubscriptions = endpoint<'postWatchedWordsServerSubscriptions'>(
  'POST',
  '/api/v1/watched-words/server/subscriptions',
  'json',
  'json',
)
