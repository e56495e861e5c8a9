import { LADDER_RESOLUTIONS, type LadderResolution } from './resolutions.ts'

type Level = 'min' | 'avg' | 'max'

/** Bits per pixel and frame (spec 05 §7). */
const COEFFICIENTS: Record<LadderResolution, Record<Level, number>> = {
  0: { min: 0, avg: 0, max: 0 },
  144: { min: 0.02, avg: 0.19, max: 0.32 },
  240: { min: 0.02, avg: 0.17, max: 0.29 },
  360: { min: 0.02, avg: 0.15, max: 0.26 },
  480: { min: 0.02, avg: 0.12, max: 0.22 },
  720: { min: 0.02, avg: 0.11, max: 0.19 },
  1080: { min: 0.02, avg: 0.1, max: 0.17 },
  1440: { min: 0.02, avg: 0.09, max: 0.16 },
  2160: { min: 0.02, avg: 0.08, max: 0.14 },
}

const WITHOUT_PICTURE: Record<Level, number> = { min: 10_000, avg: 192_000, max: 256_000 }

export interface BitrateOptions {
  resolution: number
  /** width / height of the input; 0 or null when unknown. */
  ratio: number | null
  fps: number
}

export const minBitrate = (options: BitrateOptions) => computeBitrate('min', options)
export const averageBitrate = (options: BitrateOptions) => computeBitrate('avg', options)
export const maxBitrate = (options: BitrateOptions) => computeBitrate('max', options)

/**
 * Ceiling for the encoder of a rendition, in bits/s (spec 05 §7): never much above what the input had.
 * @param inputBitrate bits/s of the input file, undefined when unknown
 */
export function targetBitrate(options: BitrateOptions & { inputBitrate: number | undefined }): number {
  const average = averageBitrate(options)
  const capped = options.inputBitrate === undefined ? average : Math.min(average, options.inputBitrate * 1.3)
  return Math.floor(Math.max(minBitrate(options), capped))
}

function computeBitrate(level: Level, { resolution, ratio, fps }: BitrateOptions): number {
  const step = LADDER_RESOLUTIONS.findLast((value) => value <= resolution) ?? 0
  const shape = ratio ?? 0
  const side = shape > 0 && shape < 1 ? resolution / shape : resolution * shape
  const bitrate = Math.floor(resolution * side * fps * COEFFICIENTS[step][level])
  return bitrate === 0 ? WITHOUT_PICTURE[level] : bitrate
}

const AUDIO_CEILING_KBPS = 384

/**
 * kb/s for the AAC encoder; undefined leaves the choice to the encoder (spec 05 §7).
 * @param bitrate bits/s of the input's audio stream, undefined when unknown
 */
export function targetAudioBitrate({
  codec,
  bitrate,
}: {
  codec: string
  bitrate: number | undefined
}): number | undefined {
  if (bitrate === undefined) return codec === 'flac' ? AUDIO_CEILING_KBPS : 256
  const kbps = Math.round(bitrate / 1000)
  if (codec === 'aac') return kbps <= AUDIO_CEILING_KBPS ? undefined : AUDIO_CEILING_KBPS
  return Math.min(AUDIO_CEILING_KBPS, kbps)
}

/** AAC that players can take as it is. */
export function isAudioBitrateAcceptable(bitrate: number): boolean {
  return bitrate <= AUDIO_CEILING_KBPS * 1000
}
