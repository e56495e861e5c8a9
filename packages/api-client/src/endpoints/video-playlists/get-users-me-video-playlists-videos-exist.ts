// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getUsersMeVideoPlaylistsVideosExist = endpoint<'getUsersMeVideoPlaylistsVideosExist'>(
  'GET',
  '/api/v1/users/me/video-playlists/videos-exist',
  'json',
)
