/** Ladder values of spec 05 §1; 0 means no video. */
export const LADDER_RESOLUTIONS = [0, 144, 240, 360, 480, 720, 1080, 1440, 2160] as const

export type LadderResolution = (typeof LADDER_RESOLUTIONS)[number]

/** Bits of the `streams` column of a file. */
export const STREAM_VIDEO = 1
export const STREAM_AUDIO = 2

/** Bits of the `formatFlags` column of a file. */
export const FORMAT_WEB_VIDEO = 1
export const FORMAT_FRAGMENTED = 2

const LARGER_SIDE_TO_RESOLUTION: Record<number, number> = {
  3840: 2160,
  1920: 1080,
  1280: 720,
  854: 480,
  640: 360,
  426: 240,
  256: 144,
}

export interface Size {
  /** pixels */
  width: number
  /** pixels */
  height: number
}

/** The resolution of a picture is its shorter side, so that a portrait 1080x1920 is "1080" (spec 05 §1). */
export function toResolution(size: Size): number {
  return Math.min(size.width, size.height)
}

/** `720p`; a value off the ladder takes the number that people know for its larger side: 1920x800 is `1080p`. */
export function resolutionLabel(resolution: number, size?: Size): string {
  if (resolution === 0) return 'Audio only'
  if (isLadderResolution(resolution) || !size) return `${resolution}p`
  return `${LARGER_SIDE_TO_RESOLUTION[Math.max(size.width, size.height)] ?? resolution}p`
}

export function isLadderResolution(resolution: number): resolution is LadderResolution {
  return (LADDER_RESOLUTIONS as readonly number[]).includes(resolution)
}

/** width / height with 4 decimals; null when a side is unknown. */
export function toAspectRatio(size: { width?: number | null; height?: number | null }): number | null {
  if (!size.width || !size.height) return null
  return Math.round((size.width / size.height) * 10_000) / 10_000
}

/** Encoders of 4:2:0 pictures need even sides. */
export function toEven(side: number): number {
  return side % 2 === 0 ? side : side + 1
}

/**
 * Size of `input` scaled so that its shorter side is `resolution`, the other one rounded to the nearest even number
 * (what ffmpeg's `-2` gives).
 */
export function scaleToResolution(input: Size, resolution: number): Size {
  const portrait = input.height > input.width
  const [short, long] = portrait ? [input.width, input.height] : [input.height, input.width]
  const scaled = Math.max(2, Math.floor((resolution * long) / short / 2 + 0.5) * 2)
  return portrait ? { width: resolution, height: scaled } : { width: scaled, height: resolution }
}
