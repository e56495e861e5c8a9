// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticStreamingPlaylistsHlsPrivateByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/private/{filename}',
    'raw',
  )
