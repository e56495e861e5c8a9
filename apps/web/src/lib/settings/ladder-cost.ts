import { averageBitrate } from '@sepiola/media/bitrate.ts'
import { computeLadder, originalResolution, type EnabledResolutions } from '@sepiola/media/ladder.ts'

/** kB/s of sound are small beside the picture, but not nothing: bits/s as our encoder makes them on average. */
const soundBitrate = 128_000

const ratio = 16 / 9
const hour = 3600

export interface Rendition {
  /** 0: sound alone. */
  height: number
  /** bits/s, on average. */
  bitrate: number
  /** bytes. */
  size: number
}

export interface LadderSettings {
  resolutions: EnabledResolutions
  alwaysTranscodeOriginalResolution: boolean
  fps: { max: number | null }
  webVideos: { enabled: boolean }
  hls: { enabled: boolean; splitAudioAndVideo: boolean }
}

export interface Source {
  height: number
  fps: number
}

/** bits/s on average of a rendition of 16:9. */
function bitrateOf(height: number, fps: number): number {
  return height === 0 ? soundBitrate : averageBitrate({ resolution: height, ratio, fps }) + soundBitrate
}

/** bytes of an hour. */
export function sizePerHour(height: number, fps: number): number {
  return (bitrateOf(height, fps) / 8) * hour
}

/** What becomes of an hour of 16:9 video with sound, largest rendition first (spec 05 §5, §7). */
export function ladderOf(settings: LadderSettings, source: Source): Rendition[] {
  const original = originalResolution(source.height, {
    always_transcode_original_resolution: settings.alwaysTranscodeOriginalResolution,
    resolutions: settings.resolutions,
  })
  const lower = computeLadder({
    input: original,
    enabled: settings.resolutions,
    includeInput: false,
    strictLower: true,
    hasAudio: true,
    forceAudio: settings.hls.enabled && settings.hls.splitAudioAndVideo,
  })
  return [original, ...lower]
    .toSorted((one, other) => other - one)
    .map((height) => {
      const fps = Math.min(source.fps, settings.fps.max ?? source.fps)
      return { height, bitrate: bitrateOf(height, fps), size: sizePerHour(height, fps) * copiesOf(settings) }
    })
}

/** HLS and Web Videos are files of their own. */
function copiesOf({ webVideos, hls }: LadderSettings): number {
  return Math.max(1, Number(webVideos.enabled) + Number(hls.enabled))
}

/** Pictures to compute, 1 for 720p with 30 pictures per second alone. */
export function workOf(renditions: readonly Rendition[], fps: number): number {
  const pixels = (height: number) => height * height * ratio
  return (renditions.reduce((sum, { height }) => sum + pixels(height), 0) * fps) / (pixels(720) * 30)
}
