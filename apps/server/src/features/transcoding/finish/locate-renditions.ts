import type { StorageArea } from '#foundation/storage/storage.ts'
import { hlsKey, webVideoKey, type VideoForTranscoding } from '#features/videos/public.ts'
import type { Rendition } from '../renditions.sql.ts'

export interface StoredRendition {
  area: StorageArea
  key: string
}

/** Where the finished renditions lie, by name; those whose file is gone count as not made. */
export function locateRenditions(
  video: VideoForTranscoding,
  renditions: readonly Rendition[],
): Map<string, StoredRendition> {
  const files = new Map<number, StoredRendition>()
  for (const { id, filename } of video.webVideos) {
    files.set(id, { area: 'web_videos', key: webVideoKey(video, filename) })
  }
  for (const { id, filename } of video.hls?.files ?? []) {
    files.set(id, { area: 'streaming_playlists', key: hlsKey(video, filename) })
  }
  const found = new Map<string, StoredRendition>()
  for (const { name, state, fileId } of renditions) {
    const place = state === 'done' && fileId !== null ? files.get(fileId) : undefined
    if (place) found.set(name, place)
  }
  return found
}
