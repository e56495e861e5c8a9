import { readFile, stat, writeFile } from 'node:fs/promises'
import { renamePlaylistMedia, type SegmentHashes } from '@sepiola/media/hls.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import { probeMedia } from '@sepiola/media/probe.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import {
  advanceVideo,
  findVideoForTranscoding,
  hlsKey,
  hlsPlaylistFilename,
  isInPrivateFolder,
  movePrivateFiles,
  saveStreamingPlaylist,
  saveVideoFile,
  updateVideoMedia,
  webVideoKey,
  withVideoFiles,
  type VideoForTranscoding,
} from '#features/videos/public.ts'
import { findRenditions, markRenditionDone, type RunRef } from '../renditions.sql.ts'
import type { StoredRendition } from './locate-renditions.ts'
import { lockPrivacy } from './lock-privacy.sql.ts'
import { hashLocalSegments, writeHlsIndex, type HlsFile, type HlsIndex } from './write-hls-index.ts'

export interface FinishedFile {
  /** Of the rendition. */
  name: string
  /** Local; taken into the storage. */
  mediaPath: string
  /** Of HLS renditions. */
  playlistPath?: string | undefined
}

export interface FinishedStep {
  run: RunRef
  files: readonly FinishedFile[]
  /** The video can be watched now, so it may enter its next state. */
  movesState: boolean
  isNewVideo: boolean
  /** An audio file got a picture, or the source was truncated: duration and ratio are read from the result. */
  changesMedia: boolean
}

interface ReadyFile extends FinishedFile {
  probe: MediaProbe
  /** Bytes. */
  size: number
  filename: string
  hashes: SegmentHashes
}

/**
 * Publishes what a step made: files into their places, playlists and hashes under new names, rows, state. Safe to be
 * called twice. Of a video or run that is gone nothing is kept.
 */
export async function finishStep(ctx: Context, step: FinishedStep): Promise<void> {
  const { videoId } = step.run
  const moved = await withVideoFiles(ctx, videoId, () => publish(ctx, step))
  // Whoever changed the privacy meanwhile has moved only the files that it knew of.
  if (moved) await movePrivateFiles(ctx, videoId)
}

/** True when the files belong into the other folder by now. */
async function publish(ctx: Context, step: FinishedStep): Promise<boolean> {
  const { run } = step
  const video = await findVideoForTranscoding(ctx.db, { id: run.videoId })
  const renditions = await findRenditions(ctx.db, run.videoId)
  const keys = new Map(
    renditions
      .filter((rendition) => rendition.requestedAt.getTime() === run.requestedAt.getTime())
      .map((rendition) => [rendition.name, rendition.fileKey]),
  )
  const files = step.files.filter((file) => keys.has(file.name))
  if (!video || files.length === 0) return false
  const ready = await Promise.all(files.map((file) => examine(ctx, file, keys.get(file.name)!)))
  const written: StoredRendition[] = []
  try {
    for (const file of ready) await takeIn(ctx, video, file, written)
    const hls = ready.filter((file) => file.playlistPath !== undefined)
    const index = hls.length > 0 ? await writeIndex(ctx, video, hls, written) : undefined
    const privacy = await ctx.db.transaction().execute((tx) => saveRows(ctx, tx, video, step, ready, index))
    return isInPrivateFolder({ privacy }) !== isInPrivateFolder(video)
  } catch (error) {
    for (const { area, key } of written) await ctx.storage.remove(area, key)
    throw error
  }
}

async function examine(ctx: Context, file: FinishedFile, fileKey: string): Promise<ReadyFile> {
  const probe = await probeMedia(file.mediaPath, { ffprobePath: ctx.media.ffprobePath })
  const { size } = await stat(file.mediaPath)
  if (file.playlistPath === undefined) {
    return { ...file, probe, size, filename: `${fileKey}-${probe.resolution}.mp4`, hashes: {} }
  }
  const filename = `${fileKey}-${probe.resolution}-fragmented.mp4`
  const playlist = renamePlaylistMedia(await readFile(file.playlistPath, 'utf8'), filename)
  await writeFile(file.playlistPath, playlist)
  return { ...file, probe, size, filename, hashes: await hashLocalSegments(playlist, file.mediaPath) }
}

async function takeIn(
  ctx: Context,
  video: VideoForTranscoding,
  file: ReadyFile,
  written: StoredRendition[],
): Promise<void> {
  const adopt = async (place: StoredRendition, path: string) => {
    written.push(place)
    await ctx.storage.adopt(place.area, place.key, path)
  }
  if (file.playlistPath === undefined) {
    return adopt({ area: 'web_videos', key: webVideoKey(video, file.filename) }, file.mediaPath)
  }
  const area = 'streaming_playlists'
  await adopt({ area, key: hlsKey(video, hlsPlaylistFilename(file.filename)) }, file.playlistPath)
  await adopt({ area, key: hlsKey(video, file.filename) }, file.mediaPath)
}

/** The playlist of what the video had, less what is replaced, and what is new. */
async function writeIndex(
  ctx: Context,
  video: VideoForTranscoding,
  files: readonly ReadyFile[],
  written: StoredRendition[],
): Promise<HlsIndex> {
  const fresh = files.map((file): HlsFile => {
    const { resolution, width, height, fps, metadata } = file.probe
    return { filename: file.filename, size: file.size, resolution, width, height, fps, metadata }
  })
  const isReplaced = (old: { resolution: number; fps: number }) =>
    fresh.some((file) => file.resolution === old.resolution && file.fps === old.fps)
  const kept = (video.hls?.files ?? [])
    .filter((file) => !isReplaced(file))
    .map((file): HlsFile => ({ ...file, width: file.width ?? 0, height: file.height ?? 0 }))
  const hashes = Object.assign({}, ...files.map((file) => file.hashes)) as SegmentHashes
  const index = await writeHlsIndex(ctx, video, [...kept, ...fresh], hashes)
  for (const name of [index.playlistFilename, index.segmentsSha256Filename]) {
    written.push({ area: 'streaming_playlists', key: hlsKey(video, name) })
  }
  return index
}

async function saveRows(
  ctx: Context,
  tx: Tx,
  before: VideoForTranscoding,
  step: FinishedStep,
  files: readonly ReadyFile[],
  index: HlsIndex | undefined,
): Promise<number> {
  const privacy = await lockPrivacy(tx, before.id)
  if (privacy === undefined) throw new Error(`video ${before.uuid} was deleted`)
  const video = { ...before, privacy }
  const playlistId = index && (await saveStreamingPlaylist(ctx, tx, video, index))
  for (const { name, probe, size, filename, playlistPath } of files) {
    const { resolution, width, height, fps, metadata } = probe
    const owner = playlistPath === undefined ? { videoId: video.id } : { videoStreamingPlaylistId: playlistId }
    const fileId = await saveVideoFile(ctx, tx, video, {
      ...owner,
      ...{ resolution, width, height, fps, size, filename, metadata },
      extname: '.mp4',
      hasVideo: probe.video !== undefined,
      hasAudio: probe.hasAudio,
    })
    await markRenditionDone(tx, step.run, name, fileId)
  }
  const picture = files.find((file) => file.probe.video)?.probe
  if (step.changesMedia && picture) {
    const { duration, aspectRatio } = picture
    await updateVideoMedia(tx, video.id, { duration, aspectRatio }, ctx.clock.now())
  }
  if (step.movesState) await advanceVideo(ctx, tx, video.id, { isNewVideo: step.isNewVideo })
  return privacy
}
