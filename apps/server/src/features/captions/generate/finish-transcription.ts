import type { Context } from '#foundation/context.ts'
import type { Db, Tx } from '#foundation/db/database.ts'
import {
  captionLanguages,
  changePending,
  findVideoRow,
  setUnknownLanguage,
  videosChanged,
} from '#features/videos/public.ts'
import { videoUpdated } from '#features/videos/videos.events.ts'
import { captionGenerated } from '../captions.events.ts'
import { findCaption, lockVideo } from '../captions.sql.ts'
import { replaceCaption, withCaptionFile, type CaptionedVideo } from '../edit/save-caption.ts'
import { toWebVtt } from '../edit/to-web-vtt.ts'

/** What is left of a transcript that people can read as a caption. */
interface UsableTranscript {
  language: string
  vtt: string
}

/** Codes that engines have of their own. */
const engineLanguages: Readonly<Record<string, string>> = { jw: 'jv' }

/**
 * Takes what an engine or a runner heard in a video (spec 06 part C): it becomes the caption of its language, unless
 * people wrote one, and the video's language where people named none. Safe to be called twice. Throws an error when the
 * file is no WebVTT.
 */
export async function finishTranscription(
  ctx: Context,
  videoUuid: string,
  transcript: { language: string; vtt: Uint8Array },
): Promise<void> {
  const row = await findVideoRow(ctx.db, { uuid: videoUuid })
  if (!row || row.channelId === null) return
  const video = { ...row, channelId: row.channelId }
  const usable = readTranscript(ctx, video, transcript)
  if (!usable) return countDown(ctx, ctx.db, video.id)
  const caption = await withCaptionFile(ctx, usable, (tx, filename) => save(ctx, tx, video, { ...usable, filename }))
  videosChanged(ctx)
  if (caption) await ctx.hooks.action('action:api.video-caption.created', { caption })
}

/** A transcription failed for good or was cancelled: it is counted no more. */
export async function endTranscription(ctx: Context, videoUuid: string): Promise<void> {
  const video = await findVideoRow(ctx.db, { uuid: videoUuid })
  if (video) await countDown(ctx, ctx.db, video.id)
}

async function countDown(ctx: Context, db: Db | Tx, videoId: number): Promise<void> {
  await changePending(db, videoId, 'pendingTranscription', -1, ctx.clock.now())
}

function readTranscript(
  ctx: Context,
  { uuid }: { uuid: string },
  transcript: { language: string; vtt: Uint8Array },
): UsableTranscript | undefined {
  const language = engineLanguages[transcript.language] ?? transcript.language
  if (!Object.hasOwn(captionLanguages(), language)) {
    ctx.log.warn({ videoUUID: uuid, language }, 'A transcription is in a language that captions do not have: ignored')
    return undefined
  }
  const vtt = toWebVtt(transcript.vtt)
  if (vtt === undefined) throw new Error('What came of the transcription is no WebVTT file.')
  if (!vtt.includes('-->')) {
    ctx.log.info({ videoUUID: uuid }, 'No words were heard in a video: it gets no captions')
    return undefined
  }
  return { language, vtt }
}

async function save(
  ctx: Context,
  tx: Tx,
  video: CaptionedVideo,
  { language, filename }: { language: string; filename: string },
) {
  if (!(await lockVideo(tx, video.id))) return undefined
  await countDown(ctx, tx, video.id)
  const videoId = video.id
  const isNewLanguage = await setUnknownLanguage(tx, videoId, language, ctx.clock.now())
  const known = await findCaption(tx, videoId, language)
  if (known && !known.automaticallyGenerated) {
    if (isNewLanguage) await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
    return undefined
  }
  const caption = await replaceCaption(ctx, tx, video, { language, filename, automaticallyGenerated: true }, null)
  await ctx.events.publish(tx, captionGenerated, { videoId, captionId: caption.id })
  return caption
}
