// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLazyStaticVideoCaptionsByFilename = endpoint<'getLazyStaticVideoCaptionsByFilename'>(
  'GET',
  '/lazy-static/video-captions/{filename}',
  'raw',
)
