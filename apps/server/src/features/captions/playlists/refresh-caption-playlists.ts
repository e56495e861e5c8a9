import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { define } from '@sepiola/contract/operation.ts'
import { captionPlaylist } from '@sepiola/media/hls.ts'
import type { Context } from '#foundation/context.ts'
import { subscribe } from '#foundation/events/define-event.ts'
import { defineJob } from '#foundation/jobs/define-job.ts'
import { refreshHlsIndex } from '#features/transcoding/public.ts'
import {
  findVideoForTranscoding,
  hlsKey,
  removeLater,
  withVideoFiles,
  type VideoForTranscoding,
} from '#features/videos/public.ts'
import { videoFilesChanged } from '#features/videos/videos.events.ts'
import { findCaptions, setCaptionPlaylist, type CaptionRow } from '../captions.sql.ts'

/**
 * Every caption of a video with HLS files has a playlist beside them, which the master playlist names (spec 05 §10).
 * Done again it changes nothing; what a killed run left is mended by the next one.
 */
export async function refreshCaptionPlaylists(ctx: Context, videoId: number): Promise<void> {
  await withVideoFiles(ctx, videoId, async () => {
    const video = await findVideoForTranscoding(ctx.db, { id: videoId })
    if (!video || video.remote || video.isLive) return
    for (const caption of await findCaptions(ctx.db, videoId)) {
      if (video.hls) await writePlaylist(ctx, video, caption)
      else if (caption.m3u8Filename !== null) await setCaptionPlaylist(ctx.db, caption, null)
    }
    if (video.hls) await refreshHlsIndex(ctx, video)
  })
}

async function writePlaylist(ctx: Context, video: VideoForTranscoding, caption: CaptionRow): Promise<void> {
  const vttUrl = `${ctx.origin.url}/lazy-static/video-captions/${caption.filename}`
  const content = captionPlaylist({ duration: video.duration, vttUrl })
  const area = 'streaming_playlists'
  const old = caption.m3u8Filename === null ? undefined : hlsKey(video, caption.m3u8Filename)
  if (old !== undefined && (await ctx.storage.stat(area, old))) {
    if ((await text(await ctx.storage.read(area, old))) === content) return
  }
  const filename = `${randomUUID()}-${caption.language}.m3u8`
  await ctx.storage.write(area, hlsKey(video, filename), content)
  const kept = await ctx.db.transaction().execute(async (tx) => {
    if (!(await setCaptionPlaylist(tx, caption, filename))) return false
    if (old !== undefined) await removeLater(ctx, tx, [{ area, key: old }])
    return true
  })
  if (!kept) await ctx.storage.remove(area, hlsKey(video, filename))
}

export const captionPlaylistsJob = defineJob<{ videoId: number }>({
  type: 'captions/refresh-playlists',
  payload: define(() => z.object({ videoId: z.number().int() })),
  attempts: 5,
  run: (ctx, job) => refreshCaptionPlaylists(ctx, job.payload.videoId),
})

/** HLS files may come after the captions, and go before them. */
export const onVideoFilesChanged = subscribe(
  videoFilesChanged,
  'captions/on-files-changed',
  async (ctx, { videoId }) => {
    if ((await findCaptions(ctx.db, videoId)).length > 0) await refreshCaptionPlaylists(ctx, videoId)
  },
)
