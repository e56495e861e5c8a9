export class FpsError extends Error {
  override name = 'FpsError'
}

export interface FpsOptions {
  /** Frames per second of the input. */
  inputFps: number
  /** Resolution of the rendition. */
  resolution: number
  /** The rendition at the input's own resolution: its rate is never lowered. */
  isOrigin: boolean
  /** `fps.max` of the settings. */
  max: number
}

/**
 * Frame rate of a rendition (spec 05 §6).
 * @throws FpsError when the input's rate is unknown
 */
export function computeOutputFps({ inputFps, resolution, isOrigin, max }: FpsOptions): number {
  if (resolution === 0) return 0
  let fps = inputFps
  if (!isOrigin && resolution < 720 && fps > Math.min(30, max)) fps = closestRate(fps, standardRates(max))
  if (fps < 0.1) throw new FpsError(`The video has no usable frame rate (${inputFps} frames per second)`)
  fps = Math.max(fps, 1)
  if (!isOrigin && fps > max)
    fps = closestRate(
      fps,
      [50, 60, max].filter((rate) => rate <= max),
    )
  return fps
}

function standardRates(max: number): number[] {
  const rates = [24, 25, 30].filter((rate) => rate <= max)
  return rates.length === 0 ? [max] : rates
}

/** The largest rate that divides the input exactly, else the one with the smallest remainder, the larger winning ties. */
function closestRate(fps: number, rates: readonly number[]): number {
  const descending = rates.toSorted((a, b) => b - a)
  const exact = descending.find((rate) => fps % rate === 0)
  if (exact !== undefined) return exact
  return descending.reduce((best, rate) => (fps % rate < fps % best ? rate : best))
}
