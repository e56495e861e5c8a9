// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/private/{videoUUID}/{filename}',
    'raw',
  )
