// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8 =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8'>(
    'GET',
    '/static/streaming-playlists/hls/private/{videoUUID}/{name}.m3u8',
    'raw',
  )
