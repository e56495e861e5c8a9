// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoChannelsByHandlePlaylists = endpoint<'getVideoChannelsByHandlePlaylists'>(
  'GET',
  '/video-channels/{handle}/playlists',
  'raw',
)
