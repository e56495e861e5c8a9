import type { StreamingPlaylist, VideoFile, WatchedVideo } from '../api/types.ts'

type Playable = Pick<WatchedVideo, 'files' | 'streamingPlaylists'>

export const hlsOf = (video: Playable): StreamingPlaylist | undefined =>
  video.streamingPlaylists.find((playlist) => playlist.files.length > 0) ?? video.streamingPlaylists[0]

export const isPlayable = (video: Playable): boolean => video.files.length > 0 || (hlsOf(video)?.files.length ?? 0) > 0

/**
 * Files that a plain `<video src>` can play, best first: web videos, else fragmented MP4 renditions.
 * A rendition without sound is left out where its sound is a file of its own.
 */
export function progressiveFiles(video: Playable): VideoFile[] {
  const hls = hlsOf(video)
  const soundApart = hls?.files.some((file) => file.hasAudio && file.hasVideo === false) ?? false
  const whole = (hls?.files ?? []).filter((file) => !soundApart || file.hasAudio !== false || file.resolution.id === 0)
  const files = video.files.length > 0 ? video.files : whole
  return files.filter((file) => file.fileUrl !== null).toSorted((a, b) => b.resolution.id - a.resolution.id)
}

/** What an unknown screen gets without script: at most 720p, else the smallest above. */
export function modestFile(video: Playable): VideoFile | undefined {
  const files = progressiveFiles(video)
  return files.find((file) => file.resolution.id <= 720) ?? files.at(-1)
}

/** hls.js' small build has no alternate audio tracks. */
export function needsFullEngine(video: Playable): boolean {
  return hlsOf(video)?.files.some((file) => file.hasAudio && file.hasVideo === false) ?? true
}

/** Files behind a token (spec 05 §14): private, internal, password protected; of a blocked video all (spec 10 §3). */
export const isGuarded = (video: Pick<WatchedVideo, 'privacy' | 'blacklisted'>): boolean =>
  video.privacy.id >= 3 || video.blacklisted === true
