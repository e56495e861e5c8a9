// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosByIdCommentThreadsByThreadId = endpoint<'getVideosByIdCommentThreadsByThreadId'>(
  'GET',
  '/api/v1/videos/{id}/comment-threads/{threadId}',
  'json',
)
