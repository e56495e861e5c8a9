import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { changePending, findVideoForTranscoding, setVideoState } from '#features/videos/public.ts'
import { findRenditions, reopenPart, type RunRef } from '../renditions.sql.ts'
import type { TranscodePayload } from '../run/transcode-payload.ts'

/**
 * The opposite of `failPart`: what is missing of a part may be made after all. Why not, when the video is gone, or was
 * transcoded anew since.
 */
export async function revivePart(ctx: Context, tx: Tx, payload: TranscodePayload): Promise<true | string> {
  const video = await findVideoForTranscoding(tx, { uuid: payload.videoUUID })
  if (!video) return 'its video was deleted. Discard the job.'
  const run: RunRef = { videoId: video.id, requestedAt: new Date(payload.transcodingRequestAt) }
  const renditions = await findRenditions(tx, video.id)
  if (renditions[0]?.requestedAt.getTime() !== run.requestedAt.getTime()) {
    return 'its video was transcoded anew since. Where something is missing still, have it transcoded once more.'
  }
  const ended = renditions.some((rendition) => rendition.part === payload.part && rendition.partEnded)
  await reopenPart(tx, run, payload.part)
  if (ended) await changePending(tx, video.id, 'pendingTranscode', 1, ctx.clock.now())
  if (video.state === VideoState.TRANSCODING_FAILED) {
    // The step that makes it playable comes first, and does not come again.
    const playable = renditions.some(({ part, state }) => part === 0 && state === 'done')
    const next = playable && payload.only === undefined ? VideoState.PUBLISHED : VideoState.TO_TRANSCODE
    await setVideoState(ctx, tx, video.id, next)
  }
  return true
}
