// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getRedundancyStreamingPlaylistsByStreamingPlaylistTypeByVideoId =
  endpoint<'getRedundancyStreamingPlaylistsByStreamingPlaylistTypeByVideoId'>(
    'GET',
    '/redundancy/streaming-playlists/{streamingPlaylistType}/{videoId}',
    'raw',
  )
