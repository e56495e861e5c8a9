// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getChannelPlayerSettings = endpoint<'getChannelPlayerSettings'>(
  'GET',
  '/api/v1/player-settings/video-channels/{channelHandle}',
  'json',
)
