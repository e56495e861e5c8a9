// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoPlaylistsTestEmbed = endpoint<'getVideoPlaylistsTestEmbed'>(
  'GET',
  '/video-playlists/test-embed',
  'raw',
)
