// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const updateVideoPlayerSettings = endpoint<'updateVideoPlayerSettings'>(
  'PUT',
  '/api/v1/player-settings/videos/{id}',
  'json',
  'json',
)
