import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { addingCover, toCoverBox } from './add-cover.ts'
import { FfmpegCancelledError, FfmpegError } from './ffmpeg-error.ts'
import { killGroup, NICE, spawnGuarded } from './run-ffmpeg.ts'

export interface MuxInputs {
  /** Local paths; the first picture and the first sound of each are taken. */
  files: readonly string[]
  /** Local path of a JPEG or PNG that players show for sound. */
  cover?: string | undefined
}

/** Fragments of at least 5 s, written as they come: nothing needs to be known of the end (spec 05 §15). */
const FRAGMENTED = ['-movflags', 'frag_every_frame+empty_moov+delay_moov+default_base_moof']
const SHORTEST_FRAGMENT = ['-min_frag_duration', '5000000']

/** A cover moves what comes after it: no list of places at the end, and no user data beside it. */
const FOR_COVER = ['-movflags', `${FRAGMENTED[1]}+skip_trailer`, '-fflags', '+bitexact']

/** Streams of some files side by side in one MP4 on stdout; nothing is encoded. With a cover only sound. */
export function muxArguments({ files, cover }: MuxInputs): string[] {
  const sound = files.flatMap((_, index) => ['-map', `${index}:a:0?`])
  const picture = cover === undefined ? files.flatMap((_, index) => ['-map', `${index}:V:0?`]) : []
  return [
    ...files.flatMap((path) => ['-protocol_whitelist', 'file', '-i', `file:${path}`]),
    ...[...picture, ...sound, '-c', 'copy', '-map_metadata', '-1'],
    ...[...(cover === undefined ? FRAGMENTED : FOR_COVER), ...SHORTEST_FRAGMENT, '-f', 'mp4', 'pipe:1'],
  ]
}

export interface StreamedMux {
  /** Ends when all is written; destroyed with an error when ffmpeg fails. Destroying it kills ffmpeg. */
  stream: Readable
  /** Resolves when ffmpeg has ended, whatever came of it. */
  ended: Promise<void>
}

/**
 * Starts a mux and resolves once its first bytes are there, so that what cannot be muxed is known before anything is
 * answered.
 * @throws FfmpegError when ffmpeg gives nothing; FfmpegCancelledError when `signal` was aborted before
 */
export async function streamMux(options: {
  ffmpegPath: string
  inputs: MuxInputs
  signal: AbortSignal
}): Promise<StreamedMux> {
  const { ffmpegPath, inputs, signal } = options
  const cover = inputs.cover === undefined ? undefined : await readCover(inputs.cover)
  if (signal.aborted) throw new FfmpegCancelledError('Cancelled before it began')
  const log = ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'error']
  const child = spawnGuarded(ffmpegPath, [...log, ...muxArguments(inputs)], { nice: NICE.download })
  const stream = child.stdout
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  child.stdin.on('error', () => {})
  const stop = () => killGroup(child)
  signal.addEventListener('abort', stop, { once: true })
  stream.once('close', stop)
  const ended = exitOf(child)
    .then((code) => {
      if (code !== 0 && !stream.destroyed) stream.destroy(new FfmpegError(`Not muxed: ${said.trim()}`))
    })
    .catch((error: Error) => void stream.destroy(error))
    .finally(() => signal.removeEventListener('abort', stop))
  await firstBytes(stream, () => said)
  if (!cover) return { stream, ended }
  // An error of the one ends the other; whoever reads the stream hears of it.
  return { stream: pipeline(stream, addingCover(cover), () => {}), ended }
}

/** Sound without a picture is better than none: a thumbnail may be replaced at any time. */
async function readCover(path: string): Promise<Buffer | undefined> {
  const picture = await readFile(path).catch(() => undefined)
  return picture && toCoverBox(picture)
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new FfmpegError(`ffmpeg could not be started: ${cause.message}`, { cause })))
    child.on('exit', (code) => resolve(code ?? 137))
  })
}

function firstBytes(stream: Readable, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('readable', () => (stream.readableLength > 0 ? resolve() : undefined))
    stream.once('error', reject)
    stream.once('close', () => reject(new FfmpegError(`Not muxed: ${said().trim()}`)))
    stream.once('end', () => reject(new FfmpegError(`Not muxed: ${said().trim()}`)))
  })
}
