// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticStreamingPlaylistsHlsByVideoUUIDByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsByVideoUUIDByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/{videoUUID}/{filename}',
    'raw',
  )
