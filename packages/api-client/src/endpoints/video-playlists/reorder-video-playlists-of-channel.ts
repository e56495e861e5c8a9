// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const reorderVideoPlaylistsOfChannel = endpoint<'reorderVideoPlaylistsOfChannel'>(
  'POST',
  '/api/v1/video-channels/{channelHandle}/video-playlists/reorder',
  'nothing',
  'json',
)
