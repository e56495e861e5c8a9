import { z } from 'zod'
import { videoPasswordHeader } from '../fields.ts'
import { arrayOf, boolean, checkedHandle, id, integer, object, text, videoReference } from '../lenient.ts'
import { limits } from '../limits.ts'
import { operation } from '../operation.ts'
import { sortedPage, resultList } from '../pagination.ts'
import {
  CommentThreadPostResponse,
  VideoCommentForOwnerOrAdmin,
  VideoCommentThreadTree,
  commentThreads,
} from '../schemas/comments.ts'
import { videoSorts } from '../video-filters.ts'

export const getUsersMeVideosComments = operation({
  id: 'getUsersMeVideosComments',
  method: 'GET',
  path: '/api/v1/users/me/videos/comments',
  tag: 'Video Comments',
  summary: "Comments left on caller's videos",
  auth: 'user',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(videoSorts, '-createdAt'),
      search: text().optional(),
      searchAccount: text().optional(),
      searchVideo: text().optional(),
      videoId: videoReference().optional(),
      videoChannelId: integer().optional(),
      autoTagOneOf: arrayOf(text()).optional(),
      isHeldForReview: boolean().optional(),
      includeCollaborations: boolean().optional(),
      includeMuted: boolean().optional(),
    }),
  success: 200,
  response: resultList(VideoCommentForOwnerOrAdmin),
  in70: true,
})

export const getVideosByIdCommentThreads = operation({
  id: 'getVideosByIdCommentThreads',
  method: 'GET',
  path: '/api/v1/videos/{id}/comment-threads',
  tag: 'Video Comments',
  summary: 'Page through comment threads',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  query: () => object({ ...sortedPage(['createdAt', 'totalReplies'], '-createdAt') }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: commentThreads,
  in70: true,
})

export const postVideosByIdCommentThreads = operation({
  id: 'postVideosByIdCommentThreads',
  method: 'POST',
  path: '/api/v1/videos/{id}/comment-threads',
  tag: 'Video Comments',
  summary: 'Start a comment thread',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference() }),
  headers: () => object({ ...videoPasswordHeader() }),
  body: () => object({ text: text(limits.commentText) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: CommentThreadPostResponse,
  in70: true,
})

export const getVideosByIdCommentThreadsByThreadId = operation({
  id: 'getVideosByIdCommentThreadsByThreadId',
  method: 'GET',
  path: '/api/v1/videos/{id}/comment-threads/{threadId}',
  tag: 'Video Comments',
  summary: 'Full tree of a thread',
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: 'api',
  params: () => object({ id: videoReference(), threadId: id() }),
  headers: () => object({ ...videoPasswordHeader() }),
  success: 200,
  response: VideoCommentThreadTree,
  in70: true,
})

export const getVideosComments = operation({
  id: 'getVideosComments',
  method: 'GET',
  path: '/api/v1/videos/comments',
  tag: 'Video Comments',
  summary: 'Comments across the platform',
  auth: 'user',
  right: 'SEE_ALL_COMMENTS',
  rateLimit: 'api',
  query: () =>
    object({
      ...sortedPage(['createdAt'], '-createdAt'),
      search: text().optional(),
      searchAccount: text().optional(),
      searchVideo: text().optional(),
      videoId: videoReference().optional(),
      videoChannelId: integer().optional(),
      autoTagOneOf: arrayOf(text()).optional(),
      isLocal: boolean().optional(),
      onLocalVideo: boolean().optional(),
      includeMuted: boolean().optional(),
    }),
  success: 200,
  response: resultList(VideoCommentForOwnerOrAdmin),
  in70: true,
})

export const postVideosByIdCommentsByCommentId = operation({
  id: 'postVideosByIdCommentsByCommentId',
  method: 'POST',
  path: '/api/v1/videos/{id}/comments/{commentId}',
  tag: 'Video Comments',
  summary: 'Answer a comment',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), commentId: id() }),
  headers: () => object({ ...videoPasswordHeader() }),
  body: () => object({ text: text(limits.commentText) }),
  bodyTypes: ['application/json'],
  success: 200,
  response: CommentThreadPostResponse,
  in70: true,
})

export const deleteVideosByIdCommentsByCommentId = operation({
  id: 'deleteVideosByIdCommentsByCommentId',
  method: 'DELETE',
  path: '/api/v1/videos/{id}/comments/{commentId}',
  tag: 'Video Comments',
  summary: 'Delete a comment',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), commentId: id() }),
  success: 204,
  in70: true,
})

export const postVideosByIdCommentsByCommentIdApprove = operation({
  id: 'postVideosByIdCommentsByCommentIdApprove',
  method: 'POST',
  path: '/api/v1/videos/{id}/comments/{commentId}/approve',
  tag: 'Video Comments',
  summary: 'Publish a held comment',
  auth: 'user',
  rateLimit: 'api',
  params: () => object({ id: videoReference(), commentId: id() }),
  success: 204,
  in70: true,
})

export const postBulkRemoveCommentsOf = operation({
  id: 'postBulkRemoveCommentsOf',
  method: 'POST',
  path: '/api/v1/bulk/remove-comments-of',
  tag: 'Video Comments',
  summary: 'Delete all comments of an account',
  auth: 'user',
  rateLimit: 'api',
  body: () =>
    object({
      accountName: checkedHandle(),
      scope: z.enum(['my-videos', 'my-videos-and-collaborations', 'instance']),
    }),
  bodyTypes: ['application/json'],
  success: 204,
  in70: false,
})
