// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const postVideosByIdCommentThreads = endpoint<'postVideosByIdCommentThreads'>(
  'POST',
  '/api/v1/videos/{id}/comment-threads',
  'json',
  'json',
)
