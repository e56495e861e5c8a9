// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const addVideoPlaylistVideo = endpoint<'addVideoPlaylistVideo'>(
  'POST',
  '/api/v1/video-playlists/{playlistId}/videos',
  'json',
  'json',
)
export const getUsersMeVideosImports = endpoint<'getUsersMeVideosImports'>(
  'GET',
  '/api/v1/users/me/videos/imports',
  'json',
)
export const getVideoPlaylistVideos = endpoint<'getVideoPlaylistVideos'>(
  'GET',
  '/api/v1/video-playlists/{playlistId}/videos',
  'json',
)
