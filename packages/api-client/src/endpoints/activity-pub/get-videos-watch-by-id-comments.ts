// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByIdComments = endpoint<'getVideosWatchByIdComments'>(
  'GET',
  '/videos/watch/{id}/comments',
  'raw',
)
