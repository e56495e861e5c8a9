import { targetAudioBitrate, targetBitrate } from './bitrate.ts'
import { isAudioCopyable, isVideoCopyable } from './codecs.ts'
import { computeOutputFps } from './fps.ts'
import { computeLadder, originalResolution } from './ladder.ts'
import type { TranscodingSettings } from './media-settings.ts'
import type { MediaProbe } from './parse-probe.ts'
import { scaleToResolution, toAspectRatio, type Size } from './resolutions.ts'
import { computeStoryboard } from './storyboard.ts'
import type {
  AudioTreatment,
  OutputContainer,
  RenditionOutput,
  StepInput,
  StreamChoice,
  TranscodePlan,
  TranscodeStep,
  VideoTreatment,
} from './transcode-step.ts'

export interface PlanOptions {
  probe: MediaProbe
  settings: TranscodingSettings
  /** Size of the picture that stands in for the video of an audio file; by default 16:9. */
  still?: Size
  /** A storyboard is wanted. A plan without any decode has no step for it: make it by its own process then. */
  storyboard?: boolean
  /** Only these files, for a re-run asked by an administrator. */
  only?: 'hls' | 'web-video'
  /** The resolutions below R0, when plugins changed them; else `lowerResolutions()`. */
  lower?: readonly number[]
}

/** Resolution and rate of an audio file that gets a still picture (spec 05 §4). */
const MERGED_AUDIO_RESOLUTION = 480
const MERGED_AUDIO_FPS = 25
const DEFAULT_STILL: Size = { width: 1920, height: 1080 }

/** A rung near this one is made ahead of a ladder that has no copy: few pixels, yet good to watch. */
const EARLY_RESOLUTION = 480

/**
 * Pixels of a source (all frames together) from which on the early rung is worth its second decode: 10 s of 1080p30,
 * whose ladder takes 10 to 20 s of CPU.
 */
const EARLY_MIN_PIXELS = 10 * 30 * 1920 * 1080

/** Containers whose packets have sound timestamps; out of the others a copy may not play. */
const COPYABLE_FORMATS = ['mp4', 'matroska', 'flv', 'mpegts']

/** Resolutions below R0, 0 for audio only; plugins may change the list (spec 05 §5). */
export function lowerResolutions(probe: MediaProbe, settings: TranscodingSettings): number[] {
  return computeLadder({
    input: planOriginal(probe, settings).resolution,
    enabled: settings.resolutions,
    includeInput: false,
    strictLower: true,
    hasAudio: probe.hasAudio,
    forceAudio: settings.always_transcode_podcast_optimized_audio,
  })
}

interface Rung {
  resolution: number
  fps: number
}

/** What a plan is made of, decided once for all its steps. */
interface Decisions {
  probe: MediaProbe
  original: Rung
  /** With a picture, below R0. */
  lower: Rung[]
  copiesOriginal: boolean
  /** One of `lower`, made by a step of its own so that the video can be watched before the ladder is done. */
  early: Rung | undefined
  hls: boolean
  webVideos: boolean
  /** Sound in a playlist of its own, the other playlists silent. */
  split: boolean
  /** An audio-only web video, kept even when the others are deleted. */
  podcast: boolean
  audioPlaylist: boolean
  pictureSize: Size
  /** Inputs of every step but the first and the remuxes: the picture, then the sound where it is another file. */
  inputs: StepInput[]
  picture: StreamChoice
  sound: StreamChoice | undefined
  encodesSound: boolean
}

/**
 * Which files to make of a source, and by which ffmpeg processes: a compatible source is repackaged first, so that it
 * plays at once; of a long one that is not, a cheap rung is made first; every other rung comes out of one decode; sound
 * is encoded at most once.
 * @throws FpsError when a frame rate is needed and unknown
 */
export function planTranscoding(options: PlanOptions): TranscodePlan {
  const decisions = decide(options)
  const { original, lower, copiesOriginal, early, probe } = decisions
  const rungs = copiesOriginal ? lower : [original, ...lower]
  const steps = [
    soundStep(decisions),
    copiesOriginal ? copyStep(decisions) : undefined,
    early && earlyStep(decisions, early),
    ladderStep(
      decisions,
      rungs.filter((rung) => rung !== early),
      options.storyboard === true,
    ),
    ...(decisions.hls && decisions.webVideos ? rungs.map((rung) => remuxStep(decisions, rung)) : []),
  ]
  const defaults = {
    required: false,
    makesPlayable: false,
    storyboard: undefined,
    squarePixels: probe.video?.squarePixels ?? true,
    duration: probe.exactDuration,
  }
  return {
    originalResolution: original.resolution,
    steps: steps
      .filter((step) => step !== undefined && step.outputs.length > 0)
      .map((step) => ({ ...defaults, ...step! })),
  }
}

function decide({ probe, settings, only, still, lower = lowerResolutions(probe, settings) }: PlanOptions): Decisions {
  const hls = only ? only === 'hls' : settings.hls.enabled
  const webVideos = only ? only === 'web-video' : settings.web_videos.enabled
  const split = hls && settings.hls.split_audio_and_video && probe.hasAudio
  const original = planOriginal(probe, settings)
  const encodesSound = !isAudioCopyable(probe.audio)
  const podcast =
    lower.includes(0) && only !== 'hls' && (webVideos || settings.always_transcode_podcast_optimized_audio)
  const picture: StepInput = { kind: probe.isAudioFile ? 'still' : 'source' }
  const soundFile: StepInput = encodesSound ? { kind: 'output', id: soundId(podcast) } : { kind: 'source' }
  const apart = probe.hasAudio && (encodesSound || probe.isAudioFile)
  const rungs = lower.filter((r) => r > 0).map((r) => ({ resolution: r, fps: lowerFps(probe, settings, r) }))
  const copiesOriginal = canCopyVideo(probe, settings, original.resolution)

  return {
    probe,
    original,
    lower: rungs,
    copiesOriginal,
    early: copiesOriginal || !(hls || webVideos) ? undefined : chooseEarly(probe, original, rungs),
    hls,
    webVideos,
    split,
    podcast,
    audioPlaylist: split || (hls && lower.includes(0) && settings.resolutions['0p'] === true),
    pictureSize: probe.isAudioFile ? (still ?? DEFAULT_STILL) : { width: probe.width, height: probe.height },
    inputs: apart ? [picture, soundFile] : [picture],
    picture: { input: 0, stream: probe.video ? String(probe.video.index) : 'v:0' },
    sound: probe.audio && { input: apart ? 1 : 0, stream: encodesSound ? 'a:0' : String(probe.audio.index) },
    encodesSound,
  }
}

type StepDraft = Pick<TranscodeStep, 'name' | 'inputs' | 'outputs'> & Partial<TranscodeStep>

/** Sound that players cannot take is encoded once; every rendition then takes it as it is. */
function soundStep({ probe, encodesSound, podcast }: Decisions): StepDraft | undefined {
  if (!encodesSound || !probe.audio) return undefined
  const audio: AudioTreatment = { mode: 'encode', bitrate: targetAudioBitrate(probe.audio) }
  const output: RenditionOutput = {
    ...rendition(podcast ? 'web-video' : 'work', { resolution: 0, fps: 0 }),
    audio: { ...audio, from: { input: 0, stream: String(probe.audio.index) } },
  }
  return { name: 'audio', inputs: [{ kind: 'source' }], outputs: [output], required: true }
}

function copyStep(decisions: Decisions): StepDraft {
  const { original, hls, webVideos, inputs } = decisions
  const video: VideoTreatment = { mode: 'copy' }
  const outputs = [
    ...(hls ? [pictureOutput(decisions, 'hls', original, video)] : []),
    ...(webVideos ? [pictureOutput(decisions, 'web-video', original, video)] : []),
    ...soundOnlyOutputs(decisions),
  ]
  return { name: 'copy', inputs, outputs, required: true, makesPlayable: true }
}

/** What makes the video playable; the sound's own files come with it, because split pictures need them. */
function earlyStep(decisions: Decisions, rung: Rung): StepDraft {
  const outputs = [encodedOutput(decisions, rung), ...soundOnlyOutputs(decisions)]
  return { name: 'early', inputs: decisions.inputs, outputs, required: true, makesPlayable: true }
}

function ladderStep(decisions: Decisions, rungs: Rung[], storyboard: boolean): StepDraft | undefined {
  const { probe, inputs, copiesOriginal, early, pictureSize, hls, webVideos } = decisions
  if (rungs.length === 0) return undefined
  const outputs = hls || webVideos ? rungs.map((rung) => encodedOutput(decisions, rung)) : []
  return {
    name: 'ladder',
    inputs,
    outputs: [...outputs, ...(copiesOriginal || early ? [] : soundOnlyOutputs(decisions))],
    required: !copiesOriginal,
    makesPlayable: !copiesOriginal && !early,
    storyboard: storyboard ? computeStoryboard(probe.duration, toAspectRatio(pictureSize)) : undefined,
  }
}

function encodedOutput(decisions: Decisions, rung: Rung): RenditionOutput {
  const { probe, pictureSize, hls } = decisions
  const ratio = toAspectRatio(pictureSize)
  return pictureOutput(decisions, hls ? 'hls' : 'web-video', rung, {
    mode: 'encode',
    size: scaleToResolution(pictureSize, rung.resolution),
    fps: rung.fps,
    maxBitrate: targetBitrate({ ...rung, ratio, inputBitrate: probe.isAudioFile ? undefined : probe.bitrate }),
    still: probe.isAudioFile,
  })
}

/** A web video beside an HLS rendition is the same streams in another container. */
function remuxStep({ probe, split }: Decisions, rung: Rung): StepDraft {
  const ids = [`hls-${rung.resolution}`, ...(split ? ['hls-0'] : [])]
  const output: RenditionOutput = {
    ...rendition('web-video', rung),
    video: { mode: 'copy', from: { input: 0, stream: 'v:0' } },
    audio: probe.hasAudio ? { mode: 'copy', from: { input: split ? 1 : 0, stream: 'a:0' } } : undefined,
  }
  return { name: 'remux', inputs: ids.map((id) => ({ kind: 'output', id })), outputs: [output] }
}

function soundOnlyOutputs({ audioPlaylist, podcast, encodesSound, sound }: Decisions): RenditionOutput[] {
  if (!sound) return []
  const containers: OutputContainer[] = [
    ...(audioPlaylist ? ['hls' as const] : []),
    ...(podcast && !encodesSound ? ['web-video' as const] : []),
  ]
  return containers.map((container) => ({
    ...rendition(container, { resolution: 0, fps: 0 }),
    audio: { mode: 'copy', from: sound },
  }))
}

function pictureOutput(
  { split, sound, picture }: Decisions,
  container: OutputContainer,
  rung: Rung,
  video: VideoTreatment,
): RenditionOutput {
  return {
    ...rendition(container, rung),
    video: { ...video, from: picture },
    audio: sound && !(split && container === 'hls') ? { mode: 'copy', from: sound } : undefined,
  }
}

function rendition(container: OutputContainer, { resolution, fps }: Rung): RenditionOutput {
  return { id: `${container}-${resolution}`, container, resolution, fps, video: undefined, audio: undefined }
}

function soundId(podcast: boolean): string {
  return podcast ? 'web-video-0' : 'work-0'
}

function planOriginal(probe: MediaProbe, settings: TranscodingSettings): Rung {
  if (probe.isAudioFile) {
    return { resolution: MERGED_AUDIO_RESOLUTION, fps: Math.min(MERGED_AUDIO_FPS, settings.fps.max) }
  }
  const resolution = originalResolution(probe.resolution, settings)
  const fps = computeOutputFps({ inputFps: probe.fps, resolution, isOrigin: true, max: settings.fps.max })
  return { resolution, fps }
}

function lowerFps(probe: MediaProbe, settings: TranscodingSettings, resolution: number): number {
  const inputFps = planOriginal(probe, settings).fps
  return computeOutputFps({ inputFps, resolution, isOrigin: false, max: settings.fps.max })
}

/** The nearest to 480, the larger of two as near; none where the whole ladder is done as soon. */
function chooseEarly(probe: MediaProbe, original: Rung, lower: readonly Rung[]): Rung | undefined {
  if (original.resolution <= EARLY_RESOLUTION) return undefined
  // A length that nobody knows may be long.
  const seconds = probe.exactDuration || Infinity
  if (seconds * probe.fps * probe.width * probe.height < EARLY_MIN_PIXELS) return undefined
  const distance = ({ resolution }: Rung) => Math.abs(resolution - EARLY_RESOLUTION)
  return lower
    .filter(({ resolution }) => resolution < original.resolution)
    .toSorted((a, b) => distance(a) - distance(b) || b.resolution - a.resolution)[0]
}

function canCopyVideo(probe: MediaProbe, settings: TranscodingSettings, resolution: number): boolean {
  if (!probe.video || probe.resolution !== resolution || !isVideoCopyable(probe, settings.fps.max)) return false
  // Players that feed fragments to Media Source Extensions do not turn pictures.
  const upright = probe.video.rotation % 360 === 0
  return upright && COPYABLE_FORMATS.some((format) => probe.formats.includes(format))
}
