// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getStaticRedundancyByPath = endpoint<'getStaticRedundancyByPath'>(
  'GET',
  '/static/redundancy/{path}',
  'raw',
)
export const getStaticStreamingPlaylistsHlsByFilename = endpoint<'getStaticStreamingPlaylistsHlsByFilename'>(
  'GET',
  '/static/streaming-playlists/hls/{filename}',
  'raw',
)
export const getStaticStreamingPlaylistsHlsByVideoUUIDByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsByVideoUUIDByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/{videoUUID}/{filename}',
    'raw',
  )
export const getStaticStreamingPlaylistsHlsPrivateByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/private/{filename}',
    'raw',
  )
export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename'>(
    'GET',
    '/static/streaming-playlists/hls/private/{videoUUID}/{filename}',
    'raw',
  )
export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8 =
  endpoint<'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8'>(
    'GET',
    '/static/streaming-playlists/hls/private/{videoUUID}/{name}.m3u8',
    'raw',
  )
export const getStaticWebVideosByFilename = endpoint<'getStaticWebVideosByFilename'>(
  'GET',
  '/static/web-videos/{filename}',
  'raw',
)
export const getStaticWebVideosPrivateByFilename = endpoint<'getStaticWebVideosPrivateByFilename'>(
  'GET',
  '/static/web-videos/private/{filename}',
  'raw',
)
export const getStaticWebseedByFilename = endpoint<'getStaticWebseedByFilename'>(
  'GET',
  '/static/webseed/{filename}',
  'raw',
)
export const getStaticWebseedPrivateByFilename = endpoint<'getStaticWebseedPrivateByFilename'>(
  'GET',
  '/static/webseed/private/{filename}',
  'raw',
)
