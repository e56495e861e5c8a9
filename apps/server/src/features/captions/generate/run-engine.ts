import { readFile, stat } from 'node:fs/promises'
import { delimiter, dirname, join, parse } from 'node:path'
import { z } from 'zod'
import { killGroup, NICE, spawnGuarded } from '@sepiola/media/run-ffmpeg.ts'
import type { Settings } from '#foundation/config/settings.ts'
import { engineArguments, type FoundEngine } from './engines.ts'
import { createSpeechClock } from './speech-clock.ts'

export interface Transcript {
  /** As the engine calls it: mostly ISO 639-1. */
  language: string
  /** As the engine wrote it. */
  vtt: Buffer
}

export interface EngineRun {
  settings: Settings['video_transcription']
  /** Local path of the sound. */
  input: string
  /** For what the engine writes. */
  folder: string
  /** seconds of sound */
  duration: number
  /** Some engines call ffmpeg by its name. */
  ffmpegPath: string
  signal: AbortSignal
  onProgress(percent: number): void
}

/** bytes: more is no caption of a video, and no report of an engine */
const longestFile = 256 * 1024 * 1024

const report = z.object({ language: z.string().min(1).max(20) })

/**
 * Has an engine recognise what is said. Killed with this process, and when `signal` is aborted.
 * Throws an error with the last line that the engine said when it fails.
 */
export async function runEngine({ engine, path, env }: FoundEngine, run: EngineRun): Promise<Transcript> {
  const { settings, input, folder, duration, ffmpegPath, signal, onProgress } = run
  signal.throwIfAborted()
  const child = spawnGuarded(path, engineArguments(engine, settings, { input, folder }), {
    nice: NICE.transcode,
    cwd: folder,
    env: {
      ...env,
      PATH: [dirname(ffmpegPath), process.env.PATH].filter(Boolean).join(delimiter),
      // Else what it says comes in lumps, and progress with it.
      PYTHONUNBUFFERED: '1',
    },
  })
  const clock = createSpeechClock()
  let said = ''
  const hear = (text: string) => {
    said = (said + text).slice(-4000)
    const at = clock(text)
    if (at !== undefined && duration > 0) onProgress(Math.min(99, (at / duration) * 100))
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  child.stdin.on('error', () => {})
  const stop = () => killGroup(child)
  signal.addEventListener('abort', stop, { once: true })
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (exitCode) => resolve(exitCode ?? 137))
    })
    signal.throwIfAborted()
    if (code !== 0) throw new Error(`${engine.program} failed: ${lastLine(said) || `exit code ${code}`}`)
  } finally {
    signal.removeEventListener('abort', stop)
  }
  const written = join(folder, parse(input).name)
  const { language } = report.parse(JSON.parse((await read(engine.program, `${written}.json`)).toString('utf8')))
  return { language: language.toLowerCase(), vtt: await read(engine.program, `${written}.vtt`) }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)!.trim().slice(0, 500)
}

async function read(program: string, path: string): Promise<Buffer> {
  const { size } = await stat(path).catch(() => {
    throw new Error(`${program} ended without writing what it heard (${parse(path).base}).`)
  })
  if (size > longestFile) throw new Error(`${program} wrote ${size} bytes, more than any speech has.`)
  return readFile(path)
}
