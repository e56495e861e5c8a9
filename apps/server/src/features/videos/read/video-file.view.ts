import { readStreams } from '../files/file-streams.ts'
import { hlsUrl, webVideoUrl } from '../files/video-file-urls.ts'
import { isInPrivateFolder } from '../files/video-file-keys.ts'
import { fileResolutionLabel } from '../constants/labels.ts'
import type { Origin } from '#foundation/origin.ts'
import type { FileRow, PlaylistRow } from './video-json.sql.ts'

interface FileOwner {
  uuid: string
  name: string
  privacy: number
  remote: boolean
}

/** `VideoFile` (spec 05 §13) of web videos, or of an HLS playlist's files when `playlist` is given. */
export function fileViews(
  origin: Origin,
  video: FileOwner,
  files: readonly FileRow[],
  playlist: PlaylistRow | undefined,
) {
  return files.map((file) => {
    const fileUrl = urlOf(origin, video, file, playlist)
    const torrent = file.torrentFilename
    const magnetUri = torrent && file.infoHash ? magnet(origin, video, file, fileUrl) : undefined
    return {
      id: file.id,
      resolution: { id: file.resolution, label: fileResolutionLabel(file.resolution, file.width, file.height) },
      width: file.width,
      height: file.height,
      ...(magnetUri === undefined ? {} : { magnetUri }),
      size: file.size,
      fps: file.fps,
      torrentUrl: torrent && `${origin.url}/lazy-static/torrents/${torrent}`,
      torrentDownloadUrl: torrent && `${origin.url}/download/torrents/${torrent}`,
      fileUrl,
      fileDownloadUrl: downloadUrl(origin, video, file, playlist !== undefined),
      metadataUrl: `${origin.url}/api/v1/videos/${video.uuid}/metadata/${file.id}`,
      ...readStreams(file.streams),
      ...(playlist ? { playlistUrl: fileUrl.replace(/-fragmented\.mp4$/, '.m3u8') } : {}),
      storage: video.remote ? null : file.storage,
    }
  })
}

/** `VideoStreamingPlaylists` (spec 03 §2.2). */
export function playlistViews(origin: Origin, video: FileOwner, playlists: readonly PlaylistRow[]) {
  return playlists.map((playlist) => ({
    id: playlist.id,
    type: playlist.type,
    playlistUrl: playlist.playlistUrl ?? hlsUrl(origin, video, playlist.playlistFilename),
    segmentsSha256Url:
      playlist.segmentsSha256Url ??
      (playlist.segmentsSha256Filename && hlsUrl(origin, video, playlist.segmentsSha256Filename)),
    redundancies: playlist.redundancies.map((baseUrl) => ({ baseUrl })),
    files: fileViews(origin, video, playlist.files, playlist),
  }))
}

function urlOf(origin: Origin, video: FileOwner, file: FileRow, playlist: PlaylistRow | undefined): string {
  if (file.fileUrl !== null) return file.fileUrl
  const filename = file.filename ?? ''
  return playlist ? hlsUrl(origin, video, filename) : webVideoUrl(origin, video, filename)
}

function downloadUrl(origin: Origin, video: FileOwner, file: FileRow, isHls: boolean): string {
  return isHls
    ? `${origin.url}/download/streaming-playlists/hls/videos/${video.uuid}-${file.resolution}-fragmented${file.extname}`
    : `${origin.url}/download/web-videos/${video.uuid}-${file.resolution}${file.extname}`
}

/** Spec 05 §20; private files are no web seeds. */
function magnet(origin: Origin, video: FileOwner, file: FileRow, fileUrl: string): string {
  const parts = [
    `xs=${encodeURIComponent(`${origin.url}/lazy-static/torrents/${file.torrentFilename}`)}`,
    `xt=urn:btih:${file.infoHash}`,
    `dn=${encodeURIComponent(video.name)}`,
    `tr=${encodeURIComponent(`${origin.url}/tracker/announce`)}`,
    `tr=${encodeURIComponent(`${origin.webSocketUrl}/tracker/socket`)}`,
  ]
  if (!isInPrivateFolder(video)) parts.push(`ws=${encodeURIComponent(fileUrl)}`)
  return `magnet:?${parts.join('&')}`
}
