// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getObjectStorageProxyWebVideosPrivateByFilename =
  endpoint<'getObjectStorageProxyWebVideosPrivateByFilename'>(
    'GET',
    '/object-storage-proxy/web-videos/private/{filename}',
    'raw',
  )
