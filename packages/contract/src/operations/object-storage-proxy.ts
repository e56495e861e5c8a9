import { boolean, object, text } from '../lenient.ts'
import { operation } from '../operation.ts'

export const getObjectStorageProxyWebVideosPrivateByFilename = operation({
  id: 'getObjectStorageProxyWebVideosPrivateByFilename',
  method: 'GET',
  path: '/object-storage-proxy/web-videos/private/{filename}',
  aliases: ['/object-storage-proxy/webseed/private/{filename}'],
  tag: 'Object storage proxy',
  summary: 'Proxy a restricted progressive object',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ filename: text() }),
  query: () => object({ videoFileToken: text().optional() }),
  success: 200,
  in70: false,
})

export const getObjectStorageProxyStreamingPlaylistsHlsPrivateByVideoUUIDByFilename = operation({
  id: 'getObjectStorageProxyStreamingPlaylistsHlsPrivateByVideoUUIDByFilename',
  method: 'GET',
  path: '/object-storage-proxy/streaming-playlists/hls/private/{videoUUID}/{filename}',
  tag: 'Object storage proxy',
  summary: 'Proxy a restricted HLS object',
  auth: 'optional',
  rateLimit: false,
  params: () => object({ videoUUID: text(), filename: text() }),
  query: () => object({ videoFileToken: text().optional(), reinjectVideoFileToken: boolean().optional() }),
  success: 200,
  in70: false,
})
