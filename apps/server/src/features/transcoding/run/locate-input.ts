import type { StepInput } from '@sepiola/media/transcode-step.ts'
import type { Context } from '#foundation/context.ts'
import { findVideoForTranscoding, hlsKey, webVideoKey } from '#features/videos/public.ts'
import { locateRenditions, type StoredRendition } from '../finish/locate-renditions.ts'
import type { TranscodingSource } from '../plan/choose-source.ts'
import { findRenditions } from '../renditions.sql.ts'
import { findLargestThumbnail } from './largest-thumbnail.sql.ts'

/** Where an input of a step lies now: a change of privacy moves files while others are encoded. */
export async function locateInput(
  ctx: Context,
  videoId: number,
  source: TranscodingSource,
  input: StepInput,
): Promise<StoredRendition> {
  if (input.kind === 'still') return locateStill(ctx, videoId)
  const video = await findVideoForTranscoding(ctx.db, { id: videoId })
  if (!video) throw new Error(`video ${videoId} was deleted`)
  if (input.kind === 'source') {
    const { area, file } = source
    return { area, key: area === 'web_videos' ? webVideoKey(video, file.filename) : hlsKey(video, file.filename) }
  }
  const stored = locateRenditions(video, await findRenditions(ctx.db, videoId)).get(input.id)
  if (!stored) throw new Error(`${input.id} has not been made`)
  return stored
}

/** The picture that stands in for the video of an audio file: its best 16:9 thumbnail (spec 05 §8). */
async function locateStill(ctx: Context, videoId: number): Promise<StoredRendition> {
  const filename = await findLargestThumbnail(ctx.db, videoId)
  if (!filename) throw new Error('The audio file has no thumbnail to show')
  return { area: 'thumbnails', key: filename }
}
