// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByIdActivity = endpoint<'getVideosWatchByIdActivity'>(
  'GET',
  '/videos/watch/{id}/activity',
  'raw',
)
