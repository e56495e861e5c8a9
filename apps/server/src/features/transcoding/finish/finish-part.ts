import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import {
  changePending,
  findVideoForTranscoding,
  hlsFolder,
  hlsPlaylistFilename,
  removeVideoFile,
  withVideoFiles,
  type VideoForTranscoding,
} from '#features/videos/public.ts'
import { endPart, findRenditions, type Rendition, type RunRef } from '../renditions.sql.ts'
import type { TranscodePayload } from '../run/transcode-payload.ts'
import { findCaptionPlaylists } from './caption-playlists.sql.ts'

/** A job of a run has ended: it is counted no more, and the last one clears up. Safe to be called twice. */
export async function finishPart(ctx: Context, payload: TranscodePayload): Promise<void> {
  const found = await findVideoForTranscoding(ctx.db, { uuid: payload.videoUUID })
  if (!found) return
  const run: RunRef = { videoId: found.id, requestedAt: new Date(payload.transcodingRequestAt) }
  await withVideoFiles(ctx, run.videoId, async () => {
    await ctx.db.transaction().execute((tx) => countDown(ctx, tx, run, payload.part))
    const video = await findVideoForTranscoding(ctx.db, { id: run.videoId })
    const renditions = await findRenditions(ctx.db, run.videoId)
    const ended = renditions.length > 0 && renditions.every((rendition) => rendition.partEnded)
    if (!video || !ended || renditions[0]!.requestedAt.getTime() !== run.requestedAt.getTime()) return
    if (payload.deleteWebVideoFiles) await removeSources(ctx, video, renditions)
    await removeUnknownHlsFiles(ctx, video)
  })
}

export async function countDown(ctx: Context, tx: Tx, run: RunRef, part: number): Promise<void> {
  if (await endPart(tx, run, part)) await changePending(tx, run.videoId, 'pendingTranscode', -1, ctx.clock.now())
}

/** What was uploaded is needed no more once everything that playing needs was made of it (spec 05 §4). */
async function removeSources(ctx: Context, video: VideoForTranscoding, renditions: Rendition[]): Promise<void> {
  const playable = renditions.some(({ part, name }) => part === 0 && name !== 'web-video-0')
  if (!playable || renditions.some(({ part, state }) => part === 0 && state !== 'done')) return
  const made = new Set(renditions.map((rendition) => rendition.fileId))
  const obsolete = video.webVideos.filter((file) => !made.has(file.id))
  if (obsolete.length === 0) return
  await ctx.db.transaction().execute(async (tx) => {
    for (const file of obsolete) await removeVideoFile(ctx, tx, file.id)
  })
}

/** Left by tries that were killed between writing the files and the rows. */
async function removeUnknownHlsFiles(ctx: Context, video: VideoForTranscoding): Promise<void> {
  if (!video.hls) return
  const captions = await findCaptionPlaylists(ctx.db, video.id)
  const known = new Set<string | null>([
    video.hls.playlistFilename,
    video.hls.segmentsSha256Filename,
    ...video.hls.files.flatMap(({ filename }) => [filename, hlsPlaylistFilename(filename)]),
    ...captions.map((caption) => caption.playlistFilename),
  ])
  for (const key of await ctx.storage.list('streaming_playlists', hlsFolder(video))) {
    if (!known.has(key.split('/').at(-1)!)) await ctx.storage.remove('streaming_playlists', key)
  }
}
