// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const reorderVideoPlaylist = endpoint<'reorderVideoPlaylist'>(
  'POST',
  '/api/v1/video-playlists/{playlistId}/videos/reorder',
  'nothing',
  'json',
)
