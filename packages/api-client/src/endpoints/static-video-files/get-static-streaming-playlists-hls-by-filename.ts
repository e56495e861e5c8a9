// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticStreamingPlaylistsHlsByFilename = endpoint<'getStaticStreamingPlaylistsHlsByFilename'>(
  'GET',
  '/static/streaming-playlists/hls/{filename}',
  'raw',
)
