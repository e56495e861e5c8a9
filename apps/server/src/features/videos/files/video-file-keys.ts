import { randomUUID } from 'node:crypto'

interface Located {
  uuid: string
  privacy: number
}

/** Private, internal and password-protected videos live below `private/` (spec 05 §12). */
export function isInPrivateFolder(video: { privacy: number }): boolean {
  return video.privacy >= 3
}

/** Key in the area `web_videos`. */
export function webVideoKey(video: { privacy: number }, filename: string): string {
  return isInPrivateFolder(video) ? `private/${filename}` : filename
}

/** Folder in the area `streaming_playlists`, without trailing slash. */
export function hlsFolder(video: Located): string {
  return isInPrivateFolder(video) ? `hls/private/${video.uuid}` : `hls/${video.uuid}`
}

/** Key in the area `streaming_playlists`. */
export function hlsKey(video: Located, filename: string): string {
  return `${hlsFolder(video)}/${filename}`
}

/** `extension` with its dot. */
export function newWebVideoFilename(resolution: number, extension: string): string {
  return `${randomUUID()}-${resolution}${extension}`
}

export function newHlsFilename(resolution: number): string {
  return `${randomUUID()}-${resolution}-fragmented.mp4`
}

export function newMasterPlaylistFilename(): string {
  return `${randomUUID()}-master.m3u8`
}

export function newSegmentsSha256Filename(): string {
  return `${randomUUID()}-segments-sha256.json`
}

/** The media playlist beside a fragmented file: same UUID, `.m3u8`. */
export function hlsPlaylistFilename(fragmentedFilename: string): string {
  return fragmentedFilename.replace(/-fragmented\.mp4$/, '.m3u8')
}
