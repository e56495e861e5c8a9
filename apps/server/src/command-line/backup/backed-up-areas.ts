import type { StorageArea } from '#foundation/storage/storage.ts'

export const videoAreas = ['web_videos', 'streaming_playlists', 'original_video_files', 'redundancy'] as const

/** Without what is made or fetched again: temporary files, logs, programs. */
const otherAreas = [
  'tmp_persistent',
  'avatars',
  'previews',
  'thumbnails',
  'storyboards',
  'torrents',
  'captions',
  'cache',
  'plugins',
  'well_known',
  'uploads',
  'client_overrides',
] as const

export function backedUpAreas(content: 'everything' | 'without-videos'): readonly StorageArea[] {
  return content === 'everything' ? [...otherAreas, ...videoAreas] : otherAreas
}
