import { STREAM_AUDIO, STREAM_VIDEO, toAspectRatio, toResolution } from './resolutions.ts'

/** Cover art shows up as a video stream with one of these codecs (spec 05 §3). */
const STILL_IMAGE_CODECS = new Set(
  (
    'ansi apng bintext bmp brender_pix dpx exr fits gem gif jpeg2000 jpgls mjpeg mjpegb msp2 pam pbm pcx pfm pgm ' +
    'pgmyuv pgx photocd pictor png ppm psd sgi sunrast svg targa tiff txd webp xbin xbm xface xpm xwd'
  ).split(' '),
)

export interface VideoStream {
  /** Index among all streams, for ffmpeg's `-map 0:<index>`. */
  index: number
  codec: string
  codecTag: string | undefined
  profile: string | undefined
  level: number | undefined
  pixelFormat: string | undefined
  /** The picture as stored is square-pixelled, as far as the file says. */
  squarePixels: boolean
  /** degrees by which players turn the stored picture */
  rotation: number
  /** bits/s */
  bitrate: number | undefined
}

export interface AudioStream {
  index: number
  codec: string
  codecTag: string | undefined
  channels: number | undefined
  channelLayout: string | undefined
  /** bits/s */
  bitrate: number | undefined
}

export interface ProbedChapter {
  /** seconds, rounded */
  timecode: number
  title: string
}

/** What is stored as a file's metadata and given back by the API. */
export interface MediaMetadata {
  streams: Record<string, unknown>[]
  format: Record<string, unknown>
  chapters: Record<string, unknown>[]
}

export interface MediaProbe {
  /** Names of the container format, `['mov', 'mp4', …]`. */
  formats: string[]
  /** 0–100: how sure ffprobe is of the format. */
  certainty: number
  /** seconds, rounded; 0 when unknown */
  duration: number
  /** seconds as the container says; 0 when unknown */
  exactDuration: number
  /** rounded; 0 for audio files */
  fps: number
  /** bits/s of the whole file */
  bitrate: number | undefined
  /** pixels after rotation; 0 for audio files */
  width: number
  height: number
  /** shorter side; 0 for audio files */
  resolution: number
  aspectRatio: number | null
  /** No moving picture: only audio, perhaps with cover art. */
  isAudioFile: boolean
  hasAudio: boolean
  /** Bits for the `streams` column; cover art counts as video here. */
  streams: number
  /** undefined for audio files */
  video: VideoStream | undefined
  audio: AudioStream | undefined
  chapters: ProbedChapter[]
  metadata: MediaMetadata
}

export interface FfprobeOutput {
  streams?: Record<string, any>[]
  format?: Record<string, any>
  chapters?: Record<string, any>[]
}

/** Reads the JSON of `ffprobe -show_format -show_streams -show_chapters` by the rules of spec 05 §3. Pure. */
export function parseProbe(output: FfprobeOutput): MediaProbe {
  const streams = output.streams ?? []
  const format = output.format ?? {}
  const rawVideo = findVideoStream(streams)
  const rawAudio = streams.find((stream) => stream.codec_type === 'audio')
  const isAudioFile = !rawVideo || STILL_IMAGE_CODECS.has(rawVideo.codec_name)
  const video = rawVideo && !isAudioFile ? toVideoStream(rawVideo) : undefined
  const size = rawVideo && video ? displayedSize(rawVideo, video.rotation) : { width: 0, height: 0 }
  const exactDuration = readDuration(format.duration)
  const { filename: _, ...formatWithoutName } = format

  return {
    formats: toText(format.format_name).split(','),
    certainty: toNumber(format.probe_score) ?? 0,
    duration: Math.round(exactDuration),
    exactDuration,
    fps: rawVideo && video ? readFps(rawVideo) : 0,
    bitrate: toNumber(format.bit_rate) ?? video?.bitrate,
    ...size,
    resolution: toResolution(size),
    aspectRatio: toAspectRatio(size),
    isAudioFile,
    hasAudio: rawAudio !== undefined,
    streams: (rawVideo ? STREAM_VIDEO : 0) | (rawAudio ? STREAM_AUDIO : 0),
    video,
    audio: rawAudio && toAudioStream(rawAudio),
    chapters: (output.chapters ?? []).map(toChapter),
    metadata: { streams, format: formatWithoutName, chapters: output.chapters ?? [] },
  }
}

/** Seconds that the database can hold: what a damaged file says beyond is as good as unknown. */
const longestDuration = 2147483647

function readDuration(value: unknown): number {
  const seconds = toNumber(value) ?? 0
  return seconds >= 0 && seconds <= longestDuration ? seconds : 0
}

/** A cover that stands before the film must not hide it. */
function findVideoStream(streams: Record<string, any>[]) {
  const videos = streams.filter((stream) => stream.codec_type === 'video')
  return videos.find((stream) => stream.disposition?.attached_pic !== 1) ?? videos[0]
}

function toVideoStream(raw: Record<string, any>): VideoStream {
  return {
    index: raw.index,
    codec: raw.codec_name ?? 'unknown',
    codecTag: raw.codec_tag_string,
    profile: raw.profile,
    level: toNumber(raw.level),
    pixelFormat: raw.pix_fmt,
    squarePixels: raw.sample_aspect_ratio === undefined || ['1:1', '0:1', 'N/A'].includes(raw.sample_aspect_ratio),
    rotation: readRotation(raw),
    bitrate: toNumber(raw.bit_rate),
  }
}

function toAudioStream(raw: Record<string, any>): AudioStream {
  return {
    index: raw.index,
    codec: raw.codec_name ?? 'unknown',
    codecTag: raw.codec_tag_string,
    channels: toNumber(raw.channels),
    channelLayout: raw.channel_layout,
    bitrate: toNumber(raw.bit_rate),
  }
}

function toChapter(raw: Record<string, any>): ProbedChapter {
  return { timecode: Math.round(toNumber(raw.start_time) ?? 0), title: String(raw.tags?.title ?? '').slice(0, 100) }
}

/** ffprobe ≥ 5 has it in the side data, older files and versions in a tag. */
function readRotation(raw: Record<string, any>): number {
  const sideData: Record<string, any>[] = raw.side_data_list ?? []
  const rotation = sideData.find((data) => data.rotation !== undefined)?.rotation ?? raw.tags?.rotate ?? 0
  return toNumber(rotation) ?? 0
}

function displayedSize(raw: Record<string, any>, rotation: number) {
  const width = toNumber(raw.width) ?? 0
  const height = toNumber(raw.height) ?? 0
  return Math.abs(rotation) % 180 === 90 ? { width: height, height: width } : { width, height }
}

function readFps(raw: Record<string, any>): number {
  return parseRate(raw.avg_frame_rate) || parseRate(raw.r_frame_rate)
}

/** `30000/1001` → 30; 0 when unknown. */
function parseRate(rate: string | undefined): number {
  const [dividend, divisor = 1] = toText(rate).split('/').map(Number)
  const value = Math.round((dividend ?? 0) / divisor)
  return Number.isFinite(value) && value > 0 ? value : 0
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function toNumber(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
