import type { Video } from '@sepiola/contract/schemas/videos.ts'
import type { VideoFile } from '@sepiola/contract/schemas/video-files.ts'
import { filesOf, generatedDownload, mimeOf, withSound, type Enclosure } from '../render/media-tags.ts'

export type EnclosurePreference = 'video' | 'audio' | 'm3u8'

export interface PodcastMedium extends Enclosure {
  title: string
  /** Lines; none of sound and playlists. */
  height: number | undefined
  /** Bits per second. */
  bitrate: number | undefined
  /** Other ways to the same file. */
  peerToPeer: readonly string[]
}

const playlistType = 'application/x-mpegURL'

/**
 * What a player may choose from, the standard first: web videos by ascending resolution (descending for the preference
 * `video`), downloads made of HLS files in resolutions that those lack, the HLS playlist (spec 03 §20).
 */
export function podcastMedia(origin: string, video: Video, preference?: EnclosurePreference): PodcastMedium[] {
  const direction = preference === 'video' ? -1 : 1
  const byResolution = (files: readonly VideoFile[]) =>
    files.toSorted((a, b) => direction * (a.resolution.id - b.resolution.id))
  const webVideos = video.files ?? []
  const present = new Set(webVideos.map((file) => file.resolution.id))
  const hlsOnly = filesOf(video).filter((file) => !webVideos.includes(file) && !present.has(file.resolution.id))

  const media = [
    ...byResolution(webVideos).flatMap((file) =>
      file.fileUrl ? [medium(video, file, { url: file.fileUrl, type: mimeOf(file), size: file.size })] : [],
    ),
    ...byResolution(hlsOnly).map((file) =>
      medium(video, file, generatedDownload(origin, video, withSound(file, filesOf(video)))),
    ),
    ...playlistMedia(video),
  ]
  const isPreferred = ({ type }: PodcastMedium) =>
    (preference === 'audio' && type.startsWith('audio/')) || (preference === 'm3u8' && type === playlistType)
  return media.toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
}

/** The HLS playlist, which is all that a live has. */
export function playlistMedia(video: Video): PodcastMedium[] {
  return (video.streamingPlaylists ?? []).slice(0, 1).map(({ playlistUrl }) => ({
    ...{ url: playlistUrl, type: playlistType, title: 'HLS', size: 0 },
    ...{ height: undefined, bitrate: undefined, peerToPeer: [] },
  }))
}

function medium(video: Video, file: VideoFile, enclosure: Enclosure): PodcastMedium {
  return {
    ...enclosure,
    title: file.resolution.label,
    height: file.hasVideo ? (file.height ?? file.resolution.id) : undefined,
    bitrate: video.duration > 0 ? Math.round((enclosure.size * 8) / video.duration) : undefined,
    peerToPeer: [file.torrentUrl, file.magnetUri].filter((url) => typeof url === 'string'),
  }
}
