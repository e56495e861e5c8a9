import { randomUUID } from 'node:crypto'
import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { hlsKey, insertChannelActivity, removeLater, type AccessRow } from '#features/videos/public.ts'
import { videoUpdated } from '#features/videos/videos.events.ts'
import { deleteCaptionRow, findCaption, lockVideo, upsertCaption, type CaptionRow } from '../captions.sql.ts'
import { captionPlaylistsJob } from '../playlists/refresh-caption-playlists.ts'

export type CaptionedVideo = Pick<AccessRow, 'id' | 'uuid' | 'name' | 'url' | 'privacy' | 'isLive' | 'channelId'>

export interface NewCaption {
  language: string
  /** WebVTT (`toWebVtt`). */
  vtt: string
  automaticallyGenerated: boolean
}

/**
 * Gives a local video a caption; one of the same language is replaced. HLS playlists follow in a job (spec 05 §10).
 * `byAccountId`: for the channel's activity list; null = the machine. Throws 404 when the video was deleted meanwhile.
 */
export async function saveCaption(
  ctx: Context,
  video: CaptionedVideo,
  caption: NewCaption,
  byAccountId: number | null,
): Promise<CaptionRow> {
  const saved = await withCaptionFile(ctx, caption, async (tx, filename) => {
    if (!(await lockVideo(tx, video.id))) throw problem(404, 'Video not found')
    return replaceCaption(ctx, tx, video, { ...caption, filename }, byAccountId)
  })
  return saved!
}

/** Writes the file of a caption for the transaction that saves its row; without a row, the file goes again. */
export async function withCaptionFile(
  ctx: Context,
  { language, vtt }: Pick<NewCaption, 'language' | 'vtt'>,
  save: (tx: Tx, filename: string) => Promise<CaptionRow | undefined>,
): Promise<CaptionRow | undefined> {
  const filename = `${randomUUID()}-${language}.vtt`
  await ctx.storage.write('captions', filename, vtt)
  let saved: CaptionRow | undefined
  try {
    saved = await ctx.db.transaction().execute((tx) => save(tx, filename))
  } finally {
    if (!saved) await ctx.storage.remove('captions', filename)
  }
  return saved
}

/** The row of a caption whose file is written; the caller holds the video's lock. */
export async function replaceCaption(
  ctx: Context,
  tx: Tx,
  video: CaptionedVideo,
  { language, filename, automaticallyGenerated }: Omit<NewCaption, 'vtt'> & { filename: string },
  byAccountId: number | null,
): Promise<CaptionRow> {
  const old = await findCaption(tx, video.id, language)
  if (old) await removeCaptionFiles(ctx, tx, video, old)
  const row = { videoId: video.id, language, filename, automaticallyGenerated }
  const caption = await upsertCaption(tx, row, ctx.clock.now())
  await tellCaptionsChanged(ctx, tx, video, byAccountId)
  return caption
}

/** False when it was deleted meanwhile. */
export async function removeCaption(
  ctx: Context,
  video: CaptionedVideo,
  captionId: number,
  byAccountId: number | null,
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    await lockVideo(tx, video.id)
    const caption = await deleteCaptionRow(tx, captionId)
    if (!caption) return false
    await removeCaptionFiles(ctx, tx, video, caption)
    await tellCaptionsChanged(ctx, tx, video, byAccountId)
    return true
  })
}

async function removeCaptionFiles(ctx: Context, tx: Tx, video: CaptionedVideo, caption: CaptionRow): Promise<void> {
  const { filename, m3u8Filename } = caption
  await removeLater(ctx, tx, [
    { area: 'captions', key: filename },
    ...(m3u8Filename ? [{ area: 'streaming_playlists' as const, key: hlsKey(video, m3u8Filename) }] : []),
  ])
}

async function tellCaptionsChanged(
  ctx: Context,
  tx: Tx,
  video: CaptionedVideo,
  byAccountId: number | null,
): Promise<void> {
  const { channelId, id: videoId } = video
  const action = ChannelActivityAction.UPDATE_CAPTIONS
  await insertChannelActivity(tx, { action, channelId, accountId: byAccountId, video, now: ctx.clock.now() })
  await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
  await ctx.jobs.add(tx, captionPlaylistsJob, { videoId })
}
