// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoPlaylistVideos = endpoint<'getVideoPlaylistVideos'>(
  'GET',
  '/api/v1/video-playlists/{playlistId}/videos',
  'json',
)
