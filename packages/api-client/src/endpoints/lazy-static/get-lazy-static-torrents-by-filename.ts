// Made by scripts/generate-api-client.ts out of the contract; do not edit.
import { endpoint } from '../../endpoint.ts'

export const getLazyStaticTorrentsByFilename = endpoint<'getLazyStaticTorrentsByFilename'>(
  'GET',
  '/lazy-static/torrents/{filename}',
  'raw',
)
