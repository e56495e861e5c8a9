import { basename } from 'node:path/posix'
import type { StorageArea } from '#foundation/storage/storage.ts'

/**
 * What stays of a key when the privacy of its video changes: a file that is just being moved between the public and the
 * private folder is the same file. `hls/private/<uuid>/<file>` → `<uuid>/<file>`
 */
export function nameInArea(area: StorageArea, key: string): string {
  if (area === 'streaming_playlists') return key.split('/').slice(-2).join('/')
  return area === 'web_videos' ? basename(key) : key
}
