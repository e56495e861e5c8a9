// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getObjectStorageProxyStreamingPlaylistsHlsPrivateByVideoUUIDByFilename =
  endpoint<'getObjectStorageProxyStreamingPlaylistsHlsPrivateByVideoUUIDByFilename'>(
    'GET',
    '/object-storage-proxy/streaming-playlists/hls/private/{videoUUID}/{filename}',
    'raw',
  )
