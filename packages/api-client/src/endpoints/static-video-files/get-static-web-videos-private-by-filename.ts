// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getStaticWebVideosPrivateByFilename = endpoint<'getStaticWebVideosPrivateByFilename'>(
  'GET',
  '/static/web-videos/private/{filename}',
  'raw',
)
