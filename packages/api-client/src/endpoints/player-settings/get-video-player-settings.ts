// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoPlayerSettings = endpoint<'getVideoPlayerSettings'>(
  'GET',
  '/api/v1/player-settings/videos/{id}',
  'json',
)
