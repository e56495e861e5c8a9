// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getChannelPlayerSettings = endpoint<'getChannelPlayerSettings'>(
  'GET',
  '/api/v1/player-settings/video-channels/{channelHandle}',
  'json',
)
export const getVideoPlayerSettings = endpoint<'getVideoPlayerSettings'>(
  'GET',
  '/api/v1/player-settings/videos/{id}',
  'json',
)
export const updateChannelPlayerSettings = endpoint<'updateChannelPlayerSettings'>(
  'PUT',
  '/api/v1/player-settings/video-channels/{channelHandle}',
  'json',
  'json',
)
export const updateVideoPlayerSettings = endpoint<'updateVideoPlayerSettings'>(
  'PUT',
  '/api/v1/player-settings/videos/{id}',
  'json',
  'json',
)
