import { createReadStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import { hashSegments, masterPlaylist, type HlsRendition, type SegmentHashes } from '@sepiola/media/hls.ts'
import { parseProbe, type FfprobeOutput } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import {
  hlsKey,
  hlsPlaylistFilename,
  languageLabel,
  newMasterPlaylistFilename,
  newSegmentsSha256Filename,
  saveStreamingPlaylist,
  type VideoForTranscoding,
} from '#features/videos/public.ts'
import { findCaptionPlaylists } from './caption-playlists.sql.ts'

/** An HLS file that is in its place. */
export interface HlsFile {
  filename: string
  resolution: number
  width: number
  height: number
  fps: number
  /** Bytes. */
  size: number
  /** ffprobe's output. */
  metadata: unknown
}

export interface HlsIndex {
  playlistFilename: string
  segmentsSha256Filename: string
  /** In the order of the master playlist. */
  resolutions: number[]
}

/**
 * Writes the master playlist and the list of hashes of exactly these files, under new names (spec 05 §9). Hashes that
 * the list before has are taken over; `fresh` are those of new files.
 */
export async function writeHlsIndex(
  ctx: Context,
  video: VideoForTranscoding,
  files: readonly HlsFile[],
  fresh: SegmentHashes = {},
): Promise<HlsIndex> {
  const known = { ...(await readHashes(ctx, video)), ...fresh }
  const hashes: SegmentHashes = {}
  for (const { filename } of files) hashes[filename] = known[filename] ?? (await hashStoredFile(ctx, video, filename))

  const ascending = inOrder(files)
  const master = await composeMaster(ctx, video, ascending)
  const playlistFilename = newMasterPlaylistFilename()
  const segmentsSha256Filename = newSegmentsSha256Filename()
  await ctx.storage.write('streaming_playlists', hlsKey(video, playlistFilename), master)
  await ctx.storage.write('streaming_playlists', hlsKey(video, segmentsSha256Filename), JSON.stringify(hashes))
  return { playlistFilename, segmentsSha256Filename, resolutions: ascending.map((file) => file.resolution) }
}

/**
 * Writes the index anew when its master playlist is not what the video's files and captions ask for. The caller holds
 * the lock of the video's files.
 */
export async function refreshHlsIndex(ctx: Context, video: VideoForTranscoding): Promise<void> {
  if (!video.hls || video.hls.files.length === 0) return
  const files = video.hls.files.map((file) => ({ ...file, width: file.width ?? 0, height: file.height ?? 0 }))
  const key = hlsKey(video, video.hls.playlistFilename)
  const master = await composeMaster(ctx, video, inOrder(files))
  if (await ctx.storage.stat('streaming_playlists', key)) {
    if ((await text(await ctx.storage.read('streaming_playlists', key))) === master) return
  }
  const index = await writeHlsIndex(ctx, video, files)
  await ctx.db.transaction().execute((tx) => saveStreamingPlaylist(ctx, tx, video, index))
}

const inOrder = (files: readonly HlsFile[]) => files.toSorted((a, b) => a.resolution - b.resolution || a.fps - b.fps)

async function composeMaster(ctx: Context, video: VideoForTranscoding, files: readonly HlsFile[]): Promise<string> {
  const captions = await findCaptionPlaylists(ctx.db, video.id)
  return masterPlaylist(
    files.map(toHlsRendition),
    captions.map((caption) => ({ ...caption, label: languageLabel(caption.language) })),
  )
}

function toHlsRendition(file: HlsFile): HlsRendition {
  const probe = parseProbe(file.metadata as FfprobeOutput)
  const { resolution, width, height, fps, size } = file
  return {
    ...{ resolution, width, height, fps, size },
    duration: probe.exactDuration,
    playlistFilename: hlsPlaylistFilename(file.filename),
    video: probe.video,
    audio: probe.audio,
  }
}

async function readHashes(ctx: Context, video: VideoForTranscoding): Promise<SegmentHashes> {
  const name = video.hls?.segmentsSha256Filename
  if (!name || !(await ctx.storage.stat('streaming_playlists', hlsKey(video, name)))) return {}
  return JSON.parse(await text(await ctx.storage.read('streaming_playlists', hlsKey(video, name)))) as SegmentHashes
}

async function hashStoredFile(ctx: Context, video: VideoForTranscoding, filename: string) {
  const read = (name: string) => ctx.storage.read('streaming_playlists', hlsKey(video, name))
  const playlist = await text(await read(hlsPlaylistFilename(filename)))
  return ctx.storage.withLocalFile('streaming_playlists', hlsKey(video, filename), async (path) => {
    return (await hashLocalSegments(playlist, path))[filename] ?? {}
  })
}

/** Reads a local media file once. */
export async function hashLocalSegments(playlist: string, mediaPath: string): Promise<SegmentHashes> {
  return hashSegments(playlist, (start, end) => createReadStream(mediaPath, { start, end, highWaterMark: 1 << 20 }))
}
