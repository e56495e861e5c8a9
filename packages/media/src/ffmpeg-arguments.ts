import { buildLadderGraph, spriteFilters } from './ladder-graph.ts'
import type { Size } from './resolutions.ts'
import type { StoryboardGeometry } from './storyboard.ts'
import type { RenditionOutput, StepInput, StreamChoice, TranscodeStep } from './transcode-step.ts'

/** seconds of a segment of a video on demand (spec 05 §8) */
const SEGMENT_DURATION = 4

export interface StepFiles {
  input(input: StepInput): string
  /** Where an output goes; `playlist` for HLS, `media` being its fragmented file then. */
  output(output: RenditionOutput): { media: string; playlist?: string }
  /** Where the sprites of the storyboard go, uncompressed, with the extension `.nut`; none are made without it. */
  sprites?: string
}

export interface EncoderOptions {
  /** 0 = ffmpeg decides */
  threads: number
  audioEncoder: 'aac' | 'libfdk_aac'
}

/** Arguments of the ffmpeg process of one step of a plan. Pure. */
export function stepArguments(step: TranscodeStep, files: StepFiles, encoders: EncoderOptions): string[] {
  const rungs = step.outputs.flatMap(({ id, fps, video }) =>
    video?.mode === 'encode' ? [{ pad: id, size: video.size, fps, from: video.from }] : [],
  )
  const storyboard = files.sprites !== undefined ? step.storyboard : undefined
  const source = rungs[0] ? `${rungs[0].from.input}:${rungs[0].from.stream}` : '0:v:0'
  const graph = buildLadderGraph({
    source,
    rungs,
    squarePixels: step.squarePixels,
    storyboard: storyboard && { pad: 'storyboard', geometry: storyboard },
  })
  return [
    ...step.inputs.flatMap((input) => [...inputArguments(input, step), '-i', `file:${files.input(input)}`]),
    ...(rungs.length > 0 || storyboard ? ['-filter_complex', graph] : []),
    ...step.outputs.flatMap((output) => outputArguments(output, files, encoders, step.duration)),
    ...(storyboard ? ['-map', '[storyboard]', '-c:v', 'rawvideo', '-f', 'nut', `file:${files.sprites!}`] : []),
  ]
}

function inputArguments(input: StepInput, step: TranscodeStep): string[] {
  if (input.kind !== 'still') return LOCAL_FILES_ONLY
  const fps = Math.max(...step.outputs.map((output) => output.fps))
  const limit = step.duration > 0 ? ['-t', String(step.duration)] : []
  return ['-loop', '1', '-framerate', String(fps), ...limit]
}

/** Media may name other files and addresses: never follow them to the network. */
const LOCAL_FILES_ONLY = ['-protocol_whitelist', 'file']

function outputArguments(
  output: RenditionOutput,
  files: StepFiles,
  encoders: EncoderOptions,
  duration: number,
): string[] {
  // A still picture has no end of its own.
  const endless = duration === 0 && output.video?.mode === 'encode' && output.video.still
  const threads = encoders.threads > 0 ? ['-threads', String(encoders.threads)] : []
  return [
    ...videoArguments(output, threads),
    ...audioArguments(output, encoders),
    ...(endless ? ['-shortest'] : []),
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-max_muxing_queue_size', '1024'],
    ...containerArguments(output, files),
  ]
}

/**
 * PeerTube's encoder settings are veryfast with 16 B-frames. Three of them and one step less of motion refinement, at a
 * slightly finer quality, give files of the same size whose SSIM differs by less than 0.001, for 0.65 of the encoder's
 * CPU on noisy pictures and 0.2 on calm ones.
 */
function videoArguments({ id, video }: RenditionOutput, threads: string[]): string[] {
  if (!video) return []
  if (video.mode === 'copy') return ['-map', streamSpecifier(video.from), '-c:v', 'copy']
  const { maxBitrate, fps, still } = video
  return [
    ...['-map', `[${id}]`, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-preset:v', 'veryfast'],
    ...(still ? ['-tune:v', 'stillimage'] : []),
    ...['-maxrate:v', String(maxBitrate), '-bufsize:v', String(maxBitrate * 2)],
    ...['-crf:v', '23.3', '-b_strategy', '1', '-bf', '3', '-x264-params', 'subme=1'],
    ...['-g:v', String(fps * 2), '-force_key_frames:v', `expr:gte(t,n_forced*${SEGMENT_DURATION})`],
    ...threads,
  ]
}

function audioArguments({ audio }: RenditionOutput, { audioEncoder }: EncoderOptions): string[] {
  if (!audio) return []
  const map = ['-map', streamSpecifier(audio.from)]
  // Sound out of transport streams has its headers in the packets; MP4 wants them in front.
  if (audio.mode === 'copy') return [...map, '-c:a', 'copy', '-bsf:a', 'aac_adtstoasc']
  const bitrate = audio.bitrate === undefined ? [] : ['-b:a', `${audio.bitrate}k`]
  const quality = audioEncoder === 'libfdk_aac' ? ['-q:a', '5'] : ['-ac', '2', ...bitrate]
  // Silence where the sound starts late, so that the file can be an input of its own and stay in step.
  return [...map, '-c:a', audioEncoder, ...quality, '-af', 'aresample=async=1:first_pts=0']
}

function containerArguments(output: RenditionOutput, files: StepFiles): string[] {
  const { media, playlist } = files.output(output)
  if (output.container !== 'hls') return ['-f', 'mp4', '-movflags', '+faststart', `file:${media}`]
  if (playlist === undefined) throw new Error(`${output.id} has no path for its playlist`)
  return [
    ...['-f', 'hls', '-hls_time', String(SEGMENT_DURATION), '-hls_list_size', '0', '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_flags', 'single_file', '-hls_segment_filename', media, playlist],
  ]
}

function streamSpecifier({ input, stream }: StreamChoice): string {
  return `${input}:${stream}`
}

/**
 * The first sound of a file as those that recognise speech read it: WAV, 16 kHz, one channel, with silence where the
 * sound starts late.
 */
export function speechArguments({ input, output }: { input: string; output: string }): string[] {
  return [
    ...[...LOCAL_FILES_ONLY, '-i', `file:${input}`, '-map', '0:a:0', '-map_metadata', '-1'],
    ...['-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le'],
    ...['-rf64', 'auto', '-f', 'wav', `file:${output}`],
  ]
}

export interface ThumbnailOptions {
  input: string
  output: string
  /** seconds into the video; undefined reads from its start, for the second attempt */
  at: number | undefined
  /** Frames among which the most typical one is taken. */
  framesToAnalyze: number
  /** The picture fits into this box. */
  box: Size
}

/** One picture out of a video (spec 05 §18). */
export function thumbnailArguments({ input, output, at, framesToAnalyze, box }: ThumbnailOptions): string[] {
  const fit = `scale=w=${box.width}:h=${box.height}:force_original_aspect_ratio=decrease`
  return [
    ...(at === undefined ? [] : ['-ss', String(at)]),
    ...[...LOCAL_FILES_ONLY, '-i', `file:${input}`, '-map', '0:V:0?'],
    ...['-vf', `thumbnail=n=${framesToAnalyze},${fit}`, '-abort_on', 'empty_output'],
    ...pictureFile('5', output),
  ]
}

export interface StoryboardOptions {
  input: string
  output: string
  geometry: StoryboardGeometry
}

/** Lays the sprites that a ladder step left behind out in one JPEG. ffmpeg tells no progress of a step with such a late output. */
export function tileSpritesArguments({ input, output, geometry }: StoryboardOptions): string[] {
  return [...LOCAL_FILES_ONLY, '-i', `file:${input}`, '-vf', tileFilter(geometry), ...pictureFile('2', output)]
}

/**
 * The storyboard by a process of its own, for a source that nothing decodes. Only key frames are read: about a
 * hundredth of the work; a sprite shows the key frame at or before its time.
 */
export function storyboardArguments({ input, output, geometry }: StoryboardOptions): string[] {
  return [
    ...['-skip_frame', 'nokey', ...LOCAL_FILES_ONLY, '-i', `file:${input}`, '-map', '0:V:0'],
    ...['-vf', [...spriteFilters(geometry), tileFilter(geometry)].join(',')],
    ...pictureFile('2', output),
  ]
}

function tileFilter({ columns, rows }: StoryboardGeometry): string {
  return `tile=layout=${columns}x${rows}`
}

function pictureFile(quality: string, path: string): string[] {
  return ['-frames:v', '1', '-q:v', quality, '-f', 'image2', '-update', '1', `file:${path}`]
}

/** Picture and sound of two files in one, as they are. */
export function joinArguments({
  picture,
  sound,
  output,
}: {
  picture: string
  sound: string
  output: string
}): string[] {
  return ['-i', picture, '-i', sound, '-map', '0:v', '-map', '1:a', '-c', 'copy', '-f', 'mp4', output]
}
