import type { Context } from '#foundation/context.ts'
import type { VideoForTranscoding } from '#features/videos/public.ts'
import type { TranscodingSource } from '../plan/choose-source.ts'

/** seconds (spec 05 §19) */
const shortest = 3

/**
 * Only local videos, long enough, where it is enabled. Sound has one too once transcoding gives it a picture
 * (spec 05 §8).
 */
export function isStoryboardWanted(
  ctx: Context,
  video: VideoForTranscoding,
  { probe }: TranscodingSource,
  { transcodes }: { transcodes: boolean },
): boolean {
  const hasPicture = transcodes || !probe.isAudioFile
  return ctx.settings.current.storyboards.enabled && !video.remote && hasPicture && video.duration >= shortest
}
