import type { Size } from './resolutions.ts'
import type { StoryboardGeometry } from './storyboard.ts'

/** `work` files feed later steps and are never published. */
export type OutputContainer = 'hls' | 'web-video' | 'work'

export type VideoTreatment =
  | { mode: 'copy' }
  /** bits/s at most; `fps` is exact, key frames come every 4 s at least and on every multiple of 4 s. */
  | { mode: 'encode'; size: Size; fps: number; maxBitrate: number; still: boolean }

export type AudioTreatment =
  | { mode: 'copy' }
  /** kb/s; undefined leaves it to the encoder */
  | { mode: 'encode'; bitrate: number | undefined }

/** `source` is the uploaded file, `still` the picture of an audio file; `output` a file made by an earlier step. */
export type StepInput = { kind: 'source' } | { kind: 'still' } | { kind: 'output'; id: string }

/** Which stream of which input of the step; `stream` is ffmpeg's specifier (`1`, `v:0`, `a:0`). */
export interface StreamChoice {
  input: number
  stream: string
}

export interface RenditionOutput {
  /** `hls-720`, `web-video-0`, `work-audio`; unique in a plan. */
  id: string
  container: OutputContainer
  /** Shorter side in pixels; 0 = audio only. The file's name takes the resolution that a probe finds. */
  resolution: number
  /** 0 without video */
  fps: number
  video: (VideoTreatment & { from: StreamChoice }) | undefined
  audio: (AudioTreatment & { from: StreamChoice }) | undefined
}

/** One ffmpeg process. */
export interface TranscodeStep {
  /**
   * `audio` encodes the sound once, `copy` repackages, `early` makes one cheap rung ahead of the others, `ladder` is
   * the one decode that feeds every other rung.
   */
  name: 'audio' | 'copy' | 'early' | 'ladder' | 'remux'
  inputs: StepInput[]
  outputs: RenditionOutput[]
  /** The first renditions are required, the rest is optional (priorities of spec 05 §16). */
  required: boolean
  /** When this step has ended the video can be watched for the first time. */
  makesPlayable: boolean
  /** The storyboard comes out of this step's decode. */
  storyboard: StoryboardGeometry | undefined
  /** The picture's pixels are square, and so shall be those of the renditions. */
  squarePixels: boolean
  /** seconds that the outputs will last, for progress; 0 when unknown */
  duration: number
}

export interface TranscodePlan {
  /** R0 of spec 05 §5. */
  originalResolution: number
  /** In execution order. What a step makes can be published as soon as the step has ended. */
  steps: TranscodeStep[]
}
