// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getVideoPlaylistsEmbedById = endpoint<'getVideoPlaylistsEmbedById'>(
  'GET',
  '/video-playlists/embed/{id}',
  'raw',
)
