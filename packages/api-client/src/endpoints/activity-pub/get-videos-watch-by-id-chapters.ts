// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByIdChapters = endpoint<'getVideosWatchByIdChapters'>(
  'GET',
  '/videos/watch/{id}/chapters',
  'raw',
)
