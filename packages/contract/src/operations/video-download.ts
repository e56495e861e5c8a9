import { arrayOf, id, object, text, videoReference } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getDownloadVideosGenerateByVideoIdOrUUID = operation({
  id: 'getDownloadVideosGenerateByVideoIdOrUUID',
  method: 'GET',
  path: '/download/videos/generate/{videoIdOrUUID}',
  aliases: ['/download/videos/generate/{videoIdOrUUID}.mp4', '/download/videos/generate/{videoIdOrUUID}.m4a'],
  tag: 'Video Download',
  summary: 'Mux chosen streams into one download',
  auth: 'optional',
  rateLimit: 'download_generate_video',
  params: () => object({ videoIdOrUUID: videoReference() }),
  query: () => object({ videoFileIds: arrayOf(id(), { min: 1, max: 2 }), videoFileToken: text().optional() }),
  success: 200,
  in70: true,
})

export const getDownloadTorrentsByFilename = operation({
  id: 'getDownloadTorrentsByFilename',
  method: 'GET',
  path: '/download/torrents/{filename}',
  tag: 'Video Download',
  summary: 'Download a torrent file',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: false,
})

export const getDownloadWebVideosByIdByResolutionByExtension = operation({
  id: 'getDownloadWebVideosByIdByResolutionByExtension',
  method: 'GET',
  path: '/download/web-videos/{id}-{resolution}.{extension}',
  tag: 'Video Download',
  summary: 'Download one progressive file',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ id: text(), resolution: text(), extension: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: false,
})

export const getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension = operation({
  id: 'getDownloadStreamingPlaylistsHlsVideosByIdByResolutionFragmentedByExtension',
  method: 'GET',
  path: '/download/streaming-playlists/hls/videos/{id}-{resolution}-fragmented.{extension}',
  tag: 'Video Download',
  summary: 'Download one HLS fragmented file',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ id: text(), resolution: text(), extension: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: false,
})

export const getDownloadOriginalVideoFilesByFilename = operation({
  id: 'getDownloadOriginalVideoFilesByFilename',
  method: 'GET',
  path: '/download/original-video-files/{filename}',
  tag: 'Video Download',
  summary: 'Download a kept original file',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: false,
})
