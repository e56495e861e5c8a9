import { extname } from 'node:path'
import type { VideoExportJSON } from '@sepiola/contract/schemas/account-export.ts'
import { chooseBestFile } from '#features/transcoding/public.ts'
import { hlsKey, hlsUrl, webVideoUrl } from '#features/videos/public.ts'
import type { Origin } from '#foundation/origin.ts'
import { archivedPicture, fromJson, thumbnailExport, thumbnailUrl, type ArchivedFile } from './pictures.ts'
import type { VideoFileRow, VideoRow } from './video-rows.sql.ts'

/** The sound of a split playlist lies in a file of its own. */
export type ArchivedVideoFile = ArchivedFile & { size: number; sound?: { area: 'streaming_playlists'; key: string } }

/** The original where it was kept, else the best file there is (spec 02 §4.1). */
export function videoFileOf(video: VideoRow): ArchivedVideoFile | undefined {
  const path = (filename: string) => `files/videos/video-files/${video.uuid}${extname(filename)}`
  const original = video.source?.keptOriginalFilename
  if (original) {
    return { path: path(original), area: 'original_video_files', key: original, size: video.source!.size ?? 0 }
  }
  const best = chooseBestFile(video)
  if (!best) return undefined
  const { area, key, file } = best
  const sound = video.hls?.files.find((other) => other.hasAudio && !other.hasVideo)
  const isSplit = area === 'streaming_playlists' && file.hasVideo && !file.hasAudio && sound
  return {
    ...{ path: path(file.filename), area, key, size: file.size },
    ...(isSplit && { sound: { area, key: hlsKey(video, sound.filename) } }),
  }
}

export function captionFilesOf(video: VideoRow): Map<string, ArchivedFile> {
  const toFile = ({ language, filename }: VideoRow['captions'][number]): [string, ArchivedFile] => {
    const path = `files/videos/captions/${video.uuid}-${language}${extname(filename)}`
    return [language, { path, area: 'captions', key: filename }]
  }
  return new Map(video.captions.map(toFile))
}

/** Of all sizes the largest of the widescreen ones. */
export function thumbnailOf({ uuid: name, thumbnails }: VideoRow): ArchivedFile | undefined {
  return archivedPicture(thumbnails, { folder: 'files/videos/thumbnails', name, area: 'thumbnails' })
}

type VideoExport = VideoExportJSON['videos'][number]
type VideoTheme = NonNullable<VideoExport['playerSettings']>['theme']

/** `holds`: what the archive has of the files. */
export function videoExport(origin: Origin, video: VideoRow, holds: (file: ArchivedFile) => boolean): VideoExport {
  const named = (file: ArchivedFile | undefined) => fromJson(file && holds(file) ? file : undefined)
  const captions = [...captionFilesOf(video)].filter(([, file]) => holds(file))
  return {
    ...describe(video),
    ...media(origin, video),
    ...(video.live && { live: live(video.live) }),
    ...(video.playerTheme !== null && { playerSettings: { theme: video.playerTheme as VideoTheme } }),
    videoEmbedPrivacy: { policy: video.embedPrivacyPolicy, domains: video.embedDomains },
    archiveFiles: {
      videoFile: named(videoFileOf(video)),
      thumbnail: named(thumbnailOf(video)),
      captions: Object.fromEntries(captions.map(([language, file]) => [language, fromJson(file)!])),
    },
  }
}

function describe(video: VideoRow) {
  const { uuid, url, name, category, licence, language, tags, privacy, passwords, duration, state } = video
  const { nsfw, nsfwFlags, nsfwSummary, views, likes, dislikes, isLive, chapters } = video
  const { description, support, commentsPolicy, downloadEnabled, waitTranscoding } = video
  return {
    ...{ uuid, url, name, category, licence, language, tags, privacy, passwords, duration, state, chapters },
    ...{ nsfw, nsfwFlags, nsfwSummary, views, likes, dislikes, isLive },
    ...{ description, support, commentsPolicy, downloadEnabled, waitTranscoding },
    createdAt: video.createdAt.toISOString(),
    updatedAt: video.updatedAt.toISOString(),
    publishedAt: video.publishedAt.toISOString(),
    originallyPublishedAt: video.originallyPublishedAt?.toISOString() ?? null,
    firstPublishedAt: video.publishedAt.toISOString(),
    channel: { name: video.channelName },
  }
}

function media(origin: Origin, video: VideoRow) {
  const [largest] = video.thumbnails
  const smallest = video.thumbnails.at(-1)
  return {
    thumbnailUrl: smallest ? thumbnailUrl(origin, smallest) : null,
    previewUrl: largest ? thumbnailUrl(origin, largest) : null,
    thumbnails: video.thumbnails.map((picture) => thumbnailExport(origin, picture)),
    captions: video.captions.map((caption) => ({
      createdAt: new Date(caption.createdAt).toISOString(),
      updatedAt: new Date(caption.updatedAt).toISOString(),
      language: caption.language,
      filename: caption.filename,
      fileUrl: `${origin.url}/lazy-static/video-captions/${caption.filename}`,
      automaticallyGenerated: caption.automaticallyGenerated,
    })),
    files: video.webVideos.map((file) => fileExport(origin, file, webVideoUrl(origin, video, file.filename))),
    streamingPlaylists: video.hls ? [playlistExport(origin, video, video.hls)] : [],
    ...(video.source && { source: sourceExport(video.source) }),
  }
}

function fileExport(origin: Origin, file: VideoFileRow, fileUrl: string) {
  const { resolution, size, fps, torrentFilename } = file
  const torrentUrl = torrentFilename === null ? null : `${origin.url}/lazy-static/torrents/${torrentFilename}`
  return { resolution, size, fps, torrentUrl, fileUrl }
}

function playlistExport(origin: Origin, video: VideoRow, hls: NonNullable<VideoRow['hls']>) {
  const { playlistFilename, segmentsSha256Filename, files } = hls
  return {
    type: 1,
    playlistUrl: hlsUrl(origin, video, playlistFilename),
    segmentsSha256Url: segmentsSha256Filename === null ? null : hlsUrl(origin, video, segmentsSha256Filename),
    files: files.map((file) => fileExport(origin, file, hlsUrl(origin, video, file.filename))),
  }
}

function sourceExport(source: NonNullable<VideoRow['source']>) {
  const { inputFilename, resolution, size, width, height, fps, metadata } = source
  return { inputFilename, resolution, size, width, height, fps, metadata }
}

function live(row: NonNullable<VideoRow['live']>) {
  const { saveReplay, permanentLive, latencyMode, dvrWindow, streamKey, replayPrivacy, schedules } = row
  return {
    ...{ saveReplay, permanentLive, latencyMode, dvrWindow, streamKey },
    ...(replayPrivacy !== null && { replaySettings: { privacy: replayPrivacy } }),
    schedules: schedules.map((startAt) => ({ startAt: new Date(startAt).toISOString() })),
  }
}
