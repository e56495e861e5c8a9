import { isAudioBitrateAcceptable, maxBitrate } from './bitrate.ts'
import type { AudioStream, MediaProbe, VideoStream } from './parse-probe.ts'

/** The audio can go into a rendition as it is (spec 05 §8). */
export function isAudioCopyable(audio: AudioStream | undefined): boolean {
  if (!audio) return true
  if (audio.codec !== 'aac' || audio.bitrate === undefined || !isAudioBitrateAcceptable(audio.bitrate)) return false
  return audio.channelLayout !== undefined && !['unknown', 'quad'].includes(audio.channelLayout)
}

/** The video can go into a rendition as it is, at rates up to `maxFps` (spec 05 §8). */
export function isVideoCopyable(probe: MediaProbe, maxFps: number): boolean {
  if (!probe.video) return true
  const { bitrate, fps, resolution, aspectRatio } = probe
  if (bitrate === undefined || probe.video.codec !== 'h264' || probe.video.pixelFormat !== 'yuv420p') return false
  return fps >= 2 && fps <= maxFps && bitrate <= maxBitrate({ resolution, ratio: aspectRatio, fps })
}

const H264_PROFILES: Record<string, string> = { High: '6400', Main: '4D40', Baseline: '42E0' }
const AV1_PROFILES: Record<string, string> = { High: '1', Main: '0', Professional: '2' }

/** `CODECS` entry of a video stream for an HLS master playlist (spec 05 §9); empty when there is none. */
export function videoCodecString(video: Pick<VideoStream, 'codecTag' | 'profile' | 'level'> | undefined): string {
  if (!video) return ''
  const level = video.level ?? 31
  switch (video.codecTag) {
    case 'vp09':
      return 'vp09.00.50.08'
    case 'hev1':
      return 'hev1.1.6.L93.B0'
    case 'avc1': {
      const hexLevel = level.toString(16).toUpperCase().padStart(2, '0')
      return `avc1.${H264_PROFILES[video.profile ?? ''] ?? H264_PROFILES.High}${hexLevel}`
    }
    case 'av01':
      return `av01.${AV1_PROFILES[video.profile ?? ''] ?? AV1_PROFILES.Main}.${String(level).padStart(2, '0')}M.08`
    default:
      return ''
  }
}

/** `CODECS` entry of an audio stream; empty when there is none. */
export function audioCodecString(audio: Pick<AudioStream, 'codec'> | undefined): string {
  if (!audio) return ''
  if (audio.codec === 'opus' || audio.codec === 'vorbis') return audio.codec
  return audio.codec === 'mp3' ? 'mp4a.40.34' : 'mp4a.40.2'
}
