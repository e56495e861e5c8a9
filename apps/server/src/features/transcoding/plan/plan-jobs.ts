import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import { planTranscoding, type PlanOptions } from '@sepiola/media/transcode-plan.ts'
import type { RenditionOutput, TranscodePlan, TranscodeStep } from '@sepiola/media/transcode-step.ts'
import type { NewRendition } from '../renditions.sql.ts'

/** Names of spec 05 §4, as the jobs API shows them. */
export type TranscodeType =
  | 'optimize-to-web-video'
  | 'merge-audio-to-web-video'
  | 'new-resolution-to-web-video'
  | 'new-resolution-to-hls'

export interface PlannedJob {
  /** 0 = what is needed to play (priority class "required"), 1 = the rest ("optional"). */
  part: 0 | 1
  type: TranscodeType
  /** Of its best picture. */
  resolution: number
  fps: number
  renditions: NewRendition[]
}

export interface VideoPlan {
  plan: TranscodePlan
  jobs: PlannedJob[]
  /** A step of the plan makes the storyboard; else it needs a job of its own. */
  hasStoryboard: boolean
}

/**
 * At most two jobs: what makes the video playable, which goes before other people's ladders, and the rest. Pure.
 * @throws FpsError when a frame rate is needed and unknown
 */
export function planJobs(options: PlanOptions): VideoPlan {
  const plan = planTranscoding(options)
  const jobs = ([0, 1] as const)
    .map((part) =>
      toJob(
        options,
        part,
        plan.steps.filter((step) => step.required === (part === 0)),
      ),
    )
    .filter((job) => job.renditions.length > 0)
  return { plan, jobs, hasStoryboard: plan.steps.some((step) => step.storyboard !== undefined) }
}

const isPublished = (output: RenditionOutput) => output.container !== 'work'

function toJob({ probe, settings, only }: PlanOptions, part: 0 | 1, steps: TranscodeStep[]): PlannedJob {
  const outputs = steps.flatMap((step) => step.outputs).filter(isPublished)
  const best = outputs.reduce((a, b) => (b.resolution > a.resolution ? b : a), outputs[0] ?? { resolution: 0, fps: 0 })
  const hls = only ? only === 'hls' : settings.hls.enabled
  return {
    part,
    type: toType(probe, { hls, part }),
    resolution: best.resolution,
    fps: best.fps,
    renditions: outputs.map(({ id, resolution, fps }) => ({ name: id, resolution, fps, part })),
  }
}

function toType(probe: MediaProbe, { hls, part }: { hls: boolean; part: 0 | 1 }): TranscodeType {
  if (probe.isAudioFile && part === 0) return 'merge-audio-to-web-video'
  if (hls) return 'new-resolution-to-hls'
  return part === 0 ? 'optimize-to-web-video' : 'new-resolution-to-web-video'
}

/**
 * The steps that make `wanted` outputs, in their order and with no other outputs than those and what they are made of.
 * `available`: outputs that exist already and can be read.
 */
export function selectSteps(
  plan: TranscodePlan,
  wanted: ReadonlySet<string>,
  available: ReadonlySet<string>,
): TranscodeStep[] {
  const needed = new Set(wanted)
  const selected: TranscodeStep[] = []
  for (const step of plan.steps.toReversed()) {
    const outputs = step.outputs.filter((output) => needed.has(output.id))
    if (outputs.length === 0) continue
    selected.unshift({ ...step, outputs })
    for (const input of step.inputs) {
      if (input.kind === 'output' && !available.has(input.id)) needed.add(input.id)
    }
  }
  return selected
}
