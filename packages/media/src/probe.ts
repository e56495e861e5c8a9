import { execFile } from 'node:child_process'
import { parseProbe, type FfprobeOutput, type MediaProbe } from './parse-probe.ts'

/** The file is no media that ffprobe can read: the sender's fault, not ours. */
export class UnreadableMediaError extends Error {
  override name = 'UnreadableMediaError'
}

/** ffprobe itself could not run, or was stopped. */
export class ProbeError extends Error {
  override name = 'ProbeError'
}

/** Formats that are lists of other files: an upload could make the server read what it must not. */
const LIST_FORMATS = ['hls', 'applehttp', 'dash', 'concat', 'webm_dash_manifest', 'imf', 'sdp', 'rtsp', 'tty']

/** A certainty that any text reaches: frames of raw formats without a header are found everywhere. */
const GUESS = 26
/** Real files of these are recognised with no more than that. */
const WEAKLY_MARKED_FORMATS = ['mpeg']

export interface ProbeOptions {
  ffprobePath: string
  signal?: AbortSignal
  /** ms; a hostile file must not keep ffprobe busy for ever */
  timeout?: number
}

/**
 * Reads what a media file contains.
 * @throws UnreadableMediaError when the file cannot be read as media or has neither picture nor sound
 * @throws ProbeError when ffprobe cannot be run or was stopped
 */
export async function probeMedia(path: string, options: ProbeOptions): Promise<MediaProbe> {
  const probe = parseProbe(await runFfprobe(path, options))
  if (probe.formats.some((format) => LIST_FORMATS.includes(format))) {
    throw new UnreadableMediaError(`The file is no media but a list or text (${probe.formats[0]})`)
  }
  if (probe.certainty <= GUESS && !WEAKLY_MARKED_FORMATS.includes(probe.formats[0]!)) {
    throw new UnreadableMediaError(`The file is no media: it only resembles ${probe.formats[0]} a little`)
  }
  if (probe.streams === 0) throw new UnreadableMediaError('The file has neither a video nor an audio stream')
  return probe
}

function runFfprobe(path: string, { ffprobePath, signal, timeout = 60_000 }: ProbeOptions): Promise<FfprobeOutput> {
  const args = [
    '-v',
    'error',
    '-protocol_whitelist',
    'file',
    '-show_format',
    '-show_streams',
    '-show_chapters',
    '-of',
    'json',
    `file:${path}`,
  ]
  const limits = { maxBuffer: 64 * 1024 * 1024, timeout, killSignal: 'SIGKILL' as const, signal }
  return new Promise((resolve, reject) => {
    execFile(ffprobePath, args, limits, (error, stdout, stderr) => {
      if (error) return reject(toProbeError(error, stderr, path))
      try {
        resolve(JSON.parse(stdout))
      } catch (cause) {
        reject(new ProbeError('ffprobe gave no valid JSON', { cause }))
      }
    })
  })
}

function toProbeError(error: Error & { code?: unknown; killed?: boolean }, stderr: string, path: string): Error {
  const said = stderr.trim().split('\n').at(-1)?.replaceAll(`file:${path}`, 'the file') ?? ''
  if (error.name === 'AbortError') return new ProbeError('Reading the file was cancelled', { cause: error })
  if (error.killed) return new ProbeError('ffprobe took too long to read the file', { cause: error })
  if (typeof error.code !== 'number')
    return new ProbeError(`ffprobe could not be run: ${error.message}`, { cause: error })
  if (/no such file|permission denied/i.test(said)) return new ProbeError(`ffprobe cannot open ${path}: ${said}`)
  return new UnreadableMediaError(
    `The file cannot be read as media: ${said || `ffprobe ended with code ${error.code}`}`,
  )
}
