import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { findVideoForTranscoding, setVideoState } from '#features/videos/public.ts'
import { markRenditionsFailed, findRenditions, type RunRef } from '../renditions.sql.ts'
import type { TranscodePayload } from '../run/transcode-payload.ts'
import { countDown } from './finish-part.ts'

/**
 * A job failed for good or was cancelled: its missing renditions say why, the video's state is "transcoding failed",
 * the other job of the run goes on (spec 05 §11).
 */
export async function failPart(
  ctx: Context,
  payload: TranscodePayload,
  { error, cancelled }: { error: string; cancelled: boolean },
): Promise<void> {
  const video = await findVideoForTranscoding(ctx.db, { uuid: payload.videoUUID })
  if (!video) return
  const run: RunRef = { videoId: video.id, requestedAt: new Date(payload.transcodingRequestAt) }
  await ctx.db.transaction().execute(async (tx) => {
    const renditions = await findRenditions(tx, video.id)
    if (renditions[0]?.requestedAt.getTime() !== run.requestedAt.getTime()) return
    const message = cancelled ? 'The transcoding was cancelled.' : firstLine(error)
    await markRenditionsFailed(tx, run, payload.part, message)
    await setVideoState(ctx, tx, video.id, VideoState.TRANSCODING_FAILED)
    await countDown(ctx, tx, run, payload.part)
  })
  ctx.log.warn({ videoUUID: video.uuid, error, cancelled }, 'A transcoding failed')
}

/** Without the class name and the stack that a job's error may carry. */
function firstLine(error: string): string {
  const [line = ''] = error.split('\n')
  return line.replace(/^\w*Error: /, '')
}
