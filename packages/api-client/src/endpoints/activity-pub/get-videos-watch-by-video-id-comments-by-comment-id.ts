// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByVideoIdCommentsByCommentId = endpoint<'getVideosWatchByVideoIdCommentsByCommentId'>(
  'GET',
  '/videos/watch/{videoId}/comments/{commentId}',
  'raw',
)
