// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const deleteVideosByIdCommentsByCommentId = endpoint<'deleteVideosByIdCommentsByCommentId'>(
  'DELETE',
  '/api/v1/videos/{id}/comments/{commentId}',
  'nothing',
)
export const getUsersMeVideosComments = endpoint<'getUsersMeVideosComments'>(
  'GET',
  '/api/v1/users/me/videos/comments',
  'json',
)
export const getVideosByIdCommentThreads = endpoint<'getVideosByIdCommentThreads'>(
  'GET',
  '/api/v1/videos/{id}/comment-threads',
  'json',
)
export const getVideosByIdCommentThreadsByThreadId = endpoint<'getVideosByIdCommentThreadsByThreadId'>(
  'GET',
  '/api/v1/videos/{id}/comment-threads/{threadId}',
  'json',
)
export const getVideosComments = endpoint<'getVideosComments'>('GET', '/api/v1/videos/comments', 'json')
export const postBulkRemoveCommentsOf = endpoint<'postBulkRemoveCommentsOf'>(
  'POST',
  '/api/v1/bulk/remove-comments-of',
  'nothing',
  'json',
)
export const postVideosByIdCommentThreads = endpoint<'postVideosByIdCommentThreads'>(
  'POST',
  '/api/v1/videos/{id}/comment-threads',
  'json',
  'json',
)
export const postVideosByIdCommentsByCommentId = endpoint<'postVideosByIdCommentsByCommentId'>(
  'POST',
  '/api/v1/videos/{id}/comments/{commentId}',
  'json',
  'json',
)
export const postVideosByIdCommentsByCommentIdApprove = endpoint<'postVideosByIdCommentsByCommentIdApprove'>(
  'POST',
  '/api/v1/videos/{id}/comments/{commentId}/approve',
  'nothing',
)
