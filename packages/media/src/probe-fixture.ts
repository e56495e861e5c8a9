import { parseProbe, type FfprobeOutput, type MediaProbe } from './parse-probe.ts'

/** Output of ffprobe for a phone's H.264 clip, with changes to its streams and container; for tests. */
export function probeOutput(
  change: {
    video?: Record<string, unknown> | null
    audio?: Record<string, unknown> | null
    format?: Record<string, unknown>
  } = {},
): FfprobeOutput {
  const video = {
    index: 0,
    codec_type: 'video',
    codec_name: 'h264',
    codec_tag_string: 'avc1',
    profile: 'High',
    level: 40,
    width: 1920,
    height: 1080,
    pix_fmt: 'yuv420p',
    avg_frame_rate: '30000/1001',
    r_frame_rate: '30/1',
    bit_rate: '7900000',
    disposition: { attached_pic: 0 },
  }
  const audio = {
    index: 1,
    codec_type: 'audio',
    codec_name: 'aac',
    codec_tag_string: 'mp4a',
    channels: 2,
    channel_layout: 'stereo',
    bit_rate: '128000',
  }
  return {
    streams: [
      ...(change.video === null ? [] : [{ ...video, ...change.video }]),
      ...(change.audio === null ? [] : [{ ...audio, ...change.audio }]),
    ],
    format: {
      filename: '/secret/place/clip.mp4',
      format_name: 'mov,mp4,m4a,3gp,3g2,mj2',
      duration: '60.041000',
      bit_rate: '8000000',
      ...change.format,
    },
    chapters: [],
  }
}

export function fixtureProbe(change: Parameters<typeof probeOutput>[0] = {}): MediaProbe {
  return parseProbe(probeOutput(change))
}
