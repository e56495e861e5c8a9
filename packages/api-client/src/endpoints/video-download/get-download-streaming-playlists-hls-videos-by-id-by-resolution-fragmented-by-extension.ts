// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension =
  endpoint<'getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension'>(
    'GET',
    '/download/streaming-playlists/hls/videos/{id}-{resolution}-fragmented.{extension}',
    'raw',
  )
