import { toEven } from './resolutions.ts'

/** Also the order in which renditions are made: the most useful ones first (spec 05 §5). */
const CANDIDATES = [0, 480, 360, 720, 240, 144, 1080, 1440, 2160] as const

/** Settings keys `0p`, `144p`, … → enabled. */
export type EnabledResolutions = { readonly [resolution: `${number}p`]: boolean }

export interface LadderOptions {
  /** Resolution of the input (its shorter side). */
  input: number
  enabled: EnabledResolutions
  /** Append the input's own resolution, made even. */
  includeInput: boolean
  /** Leave out the ladder value that equals the input. */
  strictLower: boolean
  hasAudio: boolean
  /** Append 0 (audio only) even when it is not enabled. */
  forceAudio: boolean
}

/** Resolutions to make out of an input, in execution order, without duplicates (spec 05 §5). */
export function computeLadder(options: LadderOptions): number[] {
  const { input, enabled, includeInput, strictLower, hasAudio, forceAudio } = options
  const kept = new Set<number>(
    CANDIDATES.filter(
      (r) => enabled[`${r}p`] === true && r <= input && !(strictLower && r === input) && !(r === 0 && !hasAudio),
    ),
  )
  if (includeInput) kept.add(toEven(input))
  if (forceAudio && hasAudio) kept.add(0)
  return [...kept]
}

/** R0: the highest resolution that is made of an input (spec 05 §5). */
export function originalResolution(
  input: number,
  settings: { always_transcode_original_resolution: boolean; resolutions: EnabledResolutions },
): number {
  if (settings.always_transcode_original_resolution) return toEven(input)
  const highest = Math.max(0, ...CANDIDATES.filter((r) => r <= input && settings.resolutions[`${r}p`] === true))
  return highest === 0 ? toEven(input) : highest
}
