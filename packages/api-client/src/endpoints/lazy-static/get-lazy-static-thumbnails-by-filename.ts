// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLazyStaticThumbnailsByFilename = endpoint<'getLazyStaticThumbnailsByFilename'>(
  'GET',
  '/lazy-static/thumbnails/{filename}',
  'raw',
)
