// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoPlaylistsByPlaylistIdVideosByPlaylistElementId =
  endpoint<'getVideoPlaylistsByPlaylistIdVideosByPlaylistElementId'>(
    'GET',
    '/video-playlists/{playlistId}/videos/{playlistElementId}',
    'raw',
  )
