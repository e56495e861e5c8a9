import { p2pInfohashes, p2pPeerVersion } from '@sepiola/media/hls.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { movePrivateFilesJob } from '../edit/move-private-files.job.ts'
import { videoFilesChanged } from '../videos.events.ts'
import { toStreams } from './file-streams.ts'
import {
  deleteFile,
  deletePlaylist,
  deleteTwinFile,
  findPlaylist,
  findVideoOfFile,
  insertFile,
  touchVideo,
  upsertPlaylist,
} from './files.sql.ts'
import { removeStoredFilesJob, type StoredFileRef } from './remove-stored-files.job.ts'
import { hlsFolder, hlsKey, hlsPlaylistFilename, isInPrivateFolder, webVideoKey } from './video-file-keys.ts'
import { hlsUrl } from './video-file-urls.ts'

interface VideoLocation {
  id: number
  uuid: string
  privacy: number
}

export interface NewVideoFile {
  /** Exactly one of both. */
  videoId?: number | undefined
  videoStreamingPlaylistId?: number | undefined
  /** min(width, height); 0 = audio only. */
  resolution: number
  width: number
  height: number
  /** Bytes. */
  size: number
  fps: number
  /** With its dot. */
  extname: string
  filename: string
  hasVideo: boolean
  hasAudio: boolean
  /** ffprobe's `{ streams, format, chapters }`, without file name (spec 05 §3). */
  metadata: unknown
}

/**
 * Writes the row of a web video or HLS file that is in its place already. A file of the same resolution and frame
 * rate is replaced: its row goes now, its files after the transaction.
 */
export async function saveVideoFile(ctx: Context, tx: Tx, video: VideoLocation, file: NewVideoFile): Promise<number> {
  const now = ctx.clock.now()
  const isHls = file.videoStreamingPlaylistId !== undefined
  const row = {
    resolution: file.resolution,
    width: file.width,
    height: file.height,
    size: file.size,
    extname: file.extname,
    infoHash: null,
    fps: file.fps,
    // 1 progressive, 2 fragmented (spec 05 §1).
    formatFlags: isHls ? 2 : 1,
    streams: toStreams(file),
    metadata: JSON.stringify(file.metadata ?? null),
    metadataUrl: null,
    fileUrl: null,
    filename: file.filename,
    torrentUrl: null,
    torrentFilename: null,
    videoId: file.videoId ?? null,
    storage: 0,
    videoStreamingPlaylistId: file.videoStreamingPlaylistId ?? null,
    createdAt: now,
    updatedAt: now,
  }
  const twin = await deleteTwinFile(tx, row)
  const id = await insertFile(tx, row)
  if (twin) await removeLater(ctx, tx, storedFilesOf(video, twin))
  await followCurrentPrivacy(ctx, tx, video, await touchVideo(tx, video.id, now))
  await ctx.events.publish(tx, videoFilesChanged, { videoId: video.id })
  return id
}

/** Deletes the row; the stored file, its media playlist and its torrent follow after the transaction. */
export async function removeVideoFile(ctx: Context, tx: Tx, fileId: number): Promise<void> {
  const file = await deleteFile(tx, fileId)
  if (!file) return
  const video = await findVideoOfFile(tx, file)
  if (!video) return
  await removeLater(ctx, tx, storedFilesOf(video, file))
  await touchVideo(tx, video.id, ctx.clock.now())
  await ctx.events.publish(tx, videoFilesChanged, { videoId: video.id })
}

export interface NewStreamingPlaylist {
  playlistFilename: string
  segmentsSha256Filename: string | null
  /** Of all files that the master playlist has now, in its order. */
  resolutions: readonly number[]
}

/**
 * Creates the HLS playlist row of a video or gives it the names of a master playlist and hash list that are written
 * already; the files under the former names are removed after the transaction. Returns the row's id.
 */
export async function saveStreamingPlaylist(
  ctx: Context,
  tx: Tx,
  video: VideoLocation,
  playlist: NewStreamingPlaylist,
): Promise<number> {
  const now = ctx.clock.now()
  const before = await findPlaylist(tx, video.id)
  const id = await upsertPlaylist(tx, {
    type: 1,
    playlistFilename: playlist.playlistFilename,
    playlistUrl: null,
    p2pMediaLoaderInfohashes: p2pInfohashes(hlsUrl(ctx.origin, video, playlist.playlistFilename), playlist.resolutions),
    p2pMediaLoaderPeerVersion: p2pPeerVersion,
    segmentsSha256Filename: playlist.segmentsSha256Filename,
    segmentsSha256Url: null,
    videoId: video.id,
    createdAt: now,
    updatedAt: now,
  })
  const obsolete = [before?.playlistFilename, before?.segmentsSha256Filename].filter(
    (name) => name && name !== playlist.playlistFilename && name !== playlist.segmentsSha256Filename,
  )
  await removeLater(
    ctx,
    tx,
    obsolete.map((name) => ({ area: 'streaming_playlists' as const, key: hlsKey(video, name!) })),
  )
  await followCurrentPrivacy(ctx, tx, video, await touchVideo(tx, video.id, now))
  return id
}

/** An encode may end after the privacy changed under it: what it wrote goes where the video's files are now. */
async function followCurrentPrivacy(
  ctx: Context,
  tx: Tx,
  written: VideoLocation,
  privacy: number | undefined,
): Promise<void> {
  if (privacy === undefined || isInPrivateFolder({ privacy }) === isInPrivateFolder(written)) return
  await ctx.jobs.add(tx, movePrivateFilesJob, { videoId: written.id })
}

/** Deletes the HLS playlist, its files' rows and, after the transaction, its whole folder. */
export async function removeStreamingPlaylist(ctx: Context, tx: Tx, video: VideoLocation): Promise<void> {
  const playlist = await findPlaylist(tx, video.id)
  if (!playlist) return
  await deletePlaylist(tx, playlist.id)
  await removeLater(ctx, tx, [{ area: 'streaming_playlists', key: hlsFolder(video), folder: true }])
  await touchVideo(tx, video.id, ctx.clock.now())
  await ctx.events.publish(tx, videoFilesChanged, { videoId: video.id })
}

export async function removeLater(ctx: Context, tx: Tx, files: StoredFileRef[]): Promise<void> {
  if (files.length > 0) await ctx.jobs.add(tx, removeStoredFilesJob, { files })
}

/** What a file's row stands for in the storage. */
export function storedFilesOf(
  video: { uuid: string; privacy: number },
  file: { filename: string | null; torrentFilename: string | null; videoStreamingPlaylistId: number | null },
): StoredFileRef[] {
  const stored: StoredFileRef[] = []
  if (file.filename && file.videoStreamingPlaylistId === null) {
    stored.push({ area: 'web_videos', key: webVideoKey(video, file.filename) })
  } else if (file.filename) {
    stored.push({ area: 'streaming_playlists', key: hlsKey(video, file.filename) })
    stored.push({ area: 'streaming_playlists', key: hlsKey(video, hlsPlaylistFilename(file.filename)) })
  }
  if (file.torrentFilename) stored.push({ area: 'torrents', key: file.torrentFilename })
  return stored
}
