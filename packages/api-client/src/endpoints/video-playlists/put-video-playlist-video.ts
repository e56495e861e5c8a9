// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const putVideoPlaylistVideo = endpoint<'putVideoPlaylistVideo'>(
  'PUT',
  '/api/v1/video-playlists/{playlistId}/videos/{playlistElementId}',
  'nothing',
  'json',
)
