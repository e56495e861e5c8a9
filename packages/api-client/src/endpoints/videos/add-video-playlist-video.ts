// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const addVideoPlaylistVideo = endpoint<'addVideoPlaylistVideo'>(
  'POST',
  '/api/v1/video-playlists/{playlistId}/videos',
  'json',
  'json',
)
