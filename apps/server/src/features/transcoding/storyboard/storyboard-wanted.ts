import type { Context } from '#foundation/context.ts'
import type { VideoForTranscoding } from '#features/videos/public.ts'
import type { TranscodingSource } from '../plan/choose-source.ts'

/** seconds (spec 05 §19) */
const shortest = 3

/** Only local videos with a picture, long enough, where it is enabled. */
export function isStoryboardWanted(ctx: Context, video: VideoForTranscoding, { file }: TranscodingSource): boolean {
  return ctx.settings.current.storyboards.enabled && !video.remote && file.hasVideo && video.duration >= shortest
}
