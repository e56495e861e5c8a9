// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByVideoIdCommentsByCommentIdActivity =
  endpoint<'getVideosWatchByVideoIdCommentsByCommentIdActivity'>(
    'GET',
    '/videos/watch/{videoId}/comments/{commentId}/activity',
    'raw',
  )
