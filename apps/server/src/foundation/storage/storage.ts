import type { Readable } from 'node:stream'

/** Kinds of files, named as the settings `storage.*` (spec 05 §12). */
export type StorageArea =
  | 'tmp'
  | 'tmp_persistent'
  | 'bin'
  | 'avatars'
  | 'web_videos'
  | 'streaming_playlists'
  | 'original_video_files'
  | 'redundancy'
  | 'logs'
  | 'previews'
  | 'thumbnails'
  | 'storyboards'
  | 'torrents'
  | 'captions'
  | 'cache'
  | 'plugins'
  | 'well_known'
  | 'uploads'
  | 'client_overrides'

export interface StoredFile {
  /** Bytes. */
  size: number
  modifiedAt: Date
}

/**
 * Files behind one interface: a file system or S3 (spec 05 §21). Keys are relative, `/`-separated
 * (`hls/private/<uuid>/<file>`); a key that leaves its area is refused.
 */
export interface Storage {
  stat(area: StorageArea, key: string): Promise<StoredFile | undefined>
  /** `start`/`end` are inclusive byte positions. Throws when the file is missing. */
  read(area: StorageArea, key: string, range?: { start: number; end: number }): Promise<Readable>
  /** Atomic: readers see the old content or the new one, never a part. */
  write(area: StorageArea, key: string, content: Buffer | string | Readable): Promise<void>
  /** Takes a finished local file in (rename where possible, else copy); the source is gone afterwards. */
  adopt(area: StorageArea, key: string, localPath: string): Promise<void>
  move(from: { area: StorageArea; key: string }, to: { area: StorageArea; key: string }): Promise<void>
  /** No error when absent. */
  remove(area: StorageArea, key: string): Promise<void>
  /** A whole folder; no error when absent. */
  removeFolder(area: StorageArea, prefix: string): Promise<void>
  list(area: StorageArea, prefix: string): Promise<string[]>
  /** Runs `use` with a local path that ffmpeg and friends can read; a copy is made and removed for remote backends. */
  withLocalFile<T>(area: StorageArea, key: string, use: (path: string) => Promise<T>): Promise<T>
  /** A fresh private folder below `tmp`, removed when `use` ends. */
  withTemporaryFolder<T>(use: (path: string) => Promise<T>): Promise<T>
  /** Path in a local-only area (tmp, tmp_persistent, bin, logs, plugins). */
  localPath(area: 'tmp' | 'tmp_persistent' | 'bin' | 'logs' | 'plugins', key?: string): string
}
