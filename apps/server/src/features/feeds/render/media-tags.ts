import type { Video } from '@sepiola/contract/schemas/videos.ts'
import type { VideoFile } from '@sepiola/contract/schemas/video-files.ts'
import { mimeOfExtension } from '@sepiola/media/mime.ts'
import { optional, type Tag } from '#foundation/xml/build-xml.ts'

export interface Enclosure {
  url: string
  type: string
  /** Bytes. */
  size: number
}

/** Web videos, then those of the HLS playlist; largest resolution first. */
export function filesOf(video: Video): VideoFile[] {
  return [...(video.files ?? []), ...(video.streamingPlaylists ?? []).flatMap((playlist) => playlist.files)]
}

export function mimeOf(file: VideoFile): string {
  const extension = /\.\w+$/.exec(new URL(file.fileUrl ?? '', 'http://local').pathname)?.[0] ?? '.mp4'
  return mimeOfExtension(extension, { hasVideo: file.hasVideo }) ?? 'application/octet-stream'
}

/** Address under which files of a local video are joined to one (spec 03 §9). */
export function generatedDownload(origin: string, video: Pick<Video, 'uuid'>, files: readonly VideoFile[]): Enclosure {
  const isVideo = files.some((file) => file.hasVideo)
  const ids = files.map((file) => `videoFileIds=${file.id}`).join('&')
  return {
    url: `${origin}/download/videos/generate/${video.uuid}${isVideo ? '.mp4' : '.m4a'}?${ids}`,
    type: isVideo ? 'video/mp4' : 'audio/mp4',
    size: files.reduce((sum, file) => sum + file.size, 0),
  }
}

/** The file with its sound, when that is a file of its own. */
export function withSound(file: VideoFile, all: readonly VideoFile[]): VideoFile[] {
  if (file.hasAudio) return [file]
  const sound = all.find((other) => other.hasAudio && !other.hasVideo)
  return sound ? [file, sound] : [file]
}

/** The best file to download; of videos of other servers only what is a file there. */
export function enclosureOf(origin: string, video: Video): Enclosure | undefined {
  const files = filesOf(video)
  const best = files.toSorted((a, b) => b.resolution.id - a.resolution.id || Number(b.hasAudio) - Number(a.hasAudio))
  if (video.isLocal) return best[0] && generatedDownload(origin, video, withSound(best[0], files))
  const whole = best.find((file) => file.hasAudio && file.fileUrl) ?? best.find((file) => file.fileUrl)
  return whole && { url: whole.fileUrl!, type: mimeOf(whole), size: whole.size }
}

export function torrentsOf(video: Video): Enclosure[] {
  return filesOf(video).flatMap(({ torrentUrl, size }) =>
    torrentUrl ? [{ url: torrentUrl, type: 'application/x-bittorrent', size }] : [],
  )
}

/** Square pictures as players show them, else the wide ones. */
export function picturesOf(video: Video) {
  const square = video.thumbnails.filter((thumbnail) => thumbnail.aspectRatio === '1:1')
  return square.length > 0 ? square : video.thumbnails.filter((thumbnail) => thumbnail.aspectRatio === '16:9')
}

/** Media RSS of a video, alike in RSS and Atom (spec 03 §20). */
export function mediaTags(origin: string, video: Video, summary: string): Tag[] {
  const language = video.language.id ?? undefined
  const contents = filesOf(video).map((file): Tag => ({
    name: 'media:content',
    attributes: {
      url: file.fileUrl,
      fileSize: file.size,
      type: mimeOf(file),
      medium: file.hasVideo ? 'video' : 'audio',
      framerate: file.hasVideo ? file.fps : undefined,
      duration: video.duration,
      height: file.hasVideo ? (file.height ?? file.resolution.id) : undefined,
      lang: language,
    },
  }))
  const torrents = torrentsOf(video).map(({ url, type }): Tag => ({
    name: 'media:peerLink',
    attributes: { type, href: url },
  }))
  return [
    ...(contents.length > 0 ? [{ name: 'media:group', value: [...contents, ...torrents] }] : []),
    { name: 'media:title', attributes: { type: 'plain' }, value: video.name },
    ...optional('media:description', summary, { type: 'plain' }),
    ...picturesOf(video).map(({ fileUrl, width, height }) => ({
      name: 'media:thumbnail',
      attributes: { url: fileUrl, width, height },
    })),
    { name: 'media:embed', attributes: { url: `${origin}${video.embedPath}` } },
    { name: 'media:player', attributes: { url: `${origin}/w/${video.shortUUID}` } },
    { name: 'media:community', value: [{ name: 'media:statistics', attributes: { views: video.views } }] },
    { name: 'media:rating', attributes: { scheme: 'urn:simple' }, value: video.nsfw ? 'adult' : 'nonadult' },
    ...(video.category.id === null ? [] : [{ name: 'media:category', value: video.category.label }]),
    ...optional('media:keywords', (video.tags ?? []).join(', ')),
  ]
}
