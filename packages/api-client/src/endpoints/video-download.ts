// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../endpoint.ts'

export const getDownloadOriginalVideoFilesByFilename = endpoint<'getDownloadOriginalVideoFilesByFilename'>(
  'GET',
  '/download/original-video-files/{filename}',
  'raw',
)
export const getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension =
  endpoint<'getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension'>(
    'GET',
    '/download/streaming-playlists/hls/videos/{id}-{resolution}-fragmented.{extension}',
    'raw',
  )
export const getDownloadTorrentsByFilename = endpoint<'getDownloadTorrentsByFilename'>(
  'GET',
  '/download/torrents/{filename}',
  'raw',
)
export const getDownloadVideosGenerateByVideoIdOrUUID = endpoint<'getDownloadVideosGenerateByVideoIdOrUUID'>(
  'GET',
  '/download/videos/generate/{videoIdOrUUID}',
  'raw',
)
export const getDownloadWebVideosByIdByResolutionByExtension =
  endpoint<'getDownloadWebVideosByIdByResolutionByExtension'>(
    'GET',
    '/download/web-videos/{id}-{resolution}.{extension}',
    'raw',
  )
