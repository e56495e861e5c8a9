// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideosWatchByIdPlayerSettings = endpoint<'getVideosWatchByIdPlayerSettings'>(
  'GET',
  '/videos/watch/{id}/player-settings',
  'raw',
)
