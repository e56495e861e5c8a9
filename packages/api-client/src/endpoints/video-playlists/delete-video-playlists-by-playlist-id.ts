// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const deleteVideoPlaylistsByPlaylistId = endpoint<'deleteVideoPlaylistsByPlaylistId'>(
  'DELETE',
  '/api/v1/video-playlists/{playlistId}',
  'nothing',
)
