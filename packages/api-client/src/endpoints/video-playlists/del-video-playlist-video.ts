// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const delVideoPlaylistVideo = endpoint<'delVideoPlaylistVideo'>(
  'DELETE',
  '/api/v1/video-playlists/{playlistId}/videos/{playlistElementId}',
  'nothing',
  'json',
)
