import type { PlanOptions } from '@sepiola/media/transcode-plan.ts'
import { lowerResolutions } from '@sepiola/media/transcode-plan.ts'
import type { Context } from '#foundation/context.ts'
import type { VideoForTranscoding } from '#features/videos/public.ts'
import type { TranscodingSource } from './choose-source.ts'

/** What a plan is made from: the source, the settings and what plugins say of the resolutions (spec 05 §5). */
export async function planOptions(
  ctx: Context,
  video: VideoForTranscoding,
  source: TranscodingSource,
  run: { only?: 'hls' | 'web-video' | undefined; storyboard: boolean },
): Promise<PlanOptions> {
  const { fps, ...rest } = ctx.settings.current.transcoding
  const settings = { ...rest, fps: { max: fps.max ?? Infinity } }
  const { probe } = source
  const type = run.only ? 'manual' : 'auto'
  const lower = await ctx.hooks.filter(
    `filter:transcoding.${type}.resolutions-to-transcode.result`,
    lowerResolutions(probe, settings),
    { video, type: 'vod', videoFile: source.file, includeInput: run.only !== undefined },
  )
  return { probe, settings, lower, storyboard: run.storyboard, ...(run.only ? { only: run.only } : {}) }
}
