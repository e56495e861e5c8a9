// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannelsByHandlePlayerSettings = endpoint<'getVideoChannelsByHandlePlayerSettings'>(
  'GET',
  '/video-channels/{handle}/player-settings',
  'raw',
)
