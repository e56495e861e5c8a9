import { boolean, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getStaticWebVideosByFilename = operation({
  id: 'getStaticWebVideosByFilename',
  method: 'GET',
  path: '/static/web-videos/{filename}',
  tag: 'Static Video Files',
  summary: 'Serve a public progressive video file',
  // Of a blocked video, credentials open it to those who may still read it.
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: true,
})

export const getStaticWebVideosPrivateByFilename = operation({
  id: 'getStaticWebVideosPrivateByFilename',
  method: 'GET',
  path: '/static/web-videos/private/{filename}',
  tag: 'Static Video Files',
  summary: 'Serve a restricted progressive video file',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: true,
})

export const getStaticStreamingPlaylistsHlsByFilename = operation({
  id: 'getStaticStreamingPlaylistsHlsByFilename',
  method: 'GET',
  path: '/static/streaming-playlists/hls/{filename}',
  tag: 'Static Video Files',
  summary: 'Serve a public HLS playlist or fragment',
  auth: 'none',
  rateLimit: false,
  params: () => object({ filename: text() }),
  success: 200,
  in70: true,
})

export const getStaticStreamingPlaylistsHlsPrivateByFilename = operation({
  id: 'getStaticStreamingPlaylistsHlsPrivateByFilename',
  method: 'GET',
  path: '/static/streaming-playlists/hls/private/{filename}',
  tag: 'Static Video Files',
  summary: 'Serve a restricted HLS playlist or fragment',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional(), reinjectVideoFileToken: boolean().optional() }),
  success: 200,
  in70: true,
})

export const getStaticWebseedByFilename = operation({
  id: 'getStaticWebseedByFilename',
  method: 'GET',
  path: '/static/webseed/{filename}',
  tag: 'Static Video Files',
  summary: 'Legacy alias of public progressive files',
  // Of a blocked video, credentials open it to those who may still read it.
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  deprecated: true,
  in70: false,
})

export const getStaticWebseedPrivateByFilename = operation({
  id: 'getStaticWebseedPrivateByFilename',
  method: 'GET',
  path: '/static/webseed/private/{filename}',
  tag: 'Static Video Files',
  summary: 'Legacy alias of restricted progressive files',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  deprecated: true,
  in70: false,
})

export const getStaticRedundancyByPath = operation({
  id: 'getStaticRedundancyByPath',
  method: 'GET',
  path: '/static/redundancy/{path}',
  tag: 'Static Video Files',
  summary: 'Cached copies of remote videos',
  // Of a blocked video, credentials open it to those who may still read it.
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: false,
  params: () => object({ path: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: false,
})

export const getStaticStreamingPlaylistsHlsByVideoUUIDByFilename = operation({
  id: 'getStaticStreamingPlaylistsHlsByVideoUUIDByFilename',
  method: 'GET',
  path: '/static/streaming-playlists/hls/{videoUUID}/{filename}',
  tag: 'Static Video Files',
  summary: 'Public HLS file (real path)',
  // Of a blocked video, credentials open it to those who may still read it.
  auth: 'optional',
  ignoresBadToken: true,
  rateLimit: false,
  params: () => object({ videoUUID: text(), filename: text() }),
  query: () => object({ videoFileToken: text().optional(), reinjectVideoFileToken: boolean().optional() }),
  success: 200,
  in70: false,
})

export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8 = operation({
  id: 'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByNameM3u8',
  method: 'GET',
  path: '/static/streaming-playlists/hls/private/{videoUUID}/{name}.m3u8',
  tag: 'Static Video Files',
  summary: 'Restricted HLS playlist (real path)',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ videoUUID: text(), name: text() }),
  query: () => object({ videoFileToken: text().optional(), reinjectVideoFileToken: boolean().optional() }),
  success: 200,
  in70: false,
})

export const getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename = operation({
  id: 'getStaticStreamingPlaylistsHlsPrivateByVideoUUIDByFilename',
  method: 'GET',
  path: '/static/streaming-playlists/hls/private/{videoUUID}/{filename}',
  tag: 'Static Video Files',
  summary: 'Restricted HLS fragment (real path)',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ videoUUID: text(), filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: false,
})
