import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Settings } from '#foundation/config/settings.ts'

/** A program of the Whisper family (spec 06 part C). */
export interface Engine {
  /** As its package calls it. */
  program: string
  /** For pip, with the version whose arguments are known. */
  package: string
  modelArguments(model: { name: string; path: string | null }): string[]
  extraArguments: readonly string[]
}

const engines: Readonly<Record<Settings['video_transcription']['engine'], Engine>> = {
  'whisper-ctranslate2': {
    program: 'whisper-ctranslate2',
    package: 'whisper-ctranslate2==0.4.4',
    modelArguments: ({ name, path }) => (path === null ? ['--model', name] : ['--model_directory', path]),
    // Without it, pauses of five seconds and more are filled with words that nobody said.
    extraArguments: ['--vad_filter', 'true', '--vad_min_silence_duration_ms', '5000'],
  },
  'openai-whisper': {
    program: 'whisper',
    package: 'openai-whisper==20231117',
    modelArguments: ({ name, path }) => ['--model', path ?? name],
    extraArguments: [],
  },
}

export function engineOf({ engine }: Settings['video_transcription']): Engine {
  return engines[engine]
}

/** What an engine is called with: it writes `<name of the input>.vtt` and `.json` into the folder. */
export function engineArguments(
  engine: Engine,
  { model, model_path }: Settings['video_transcription'],
  { input, folder }: { input: string; folder: string },
): string[] {
  return [
    ...[input, ...engine.modelArguments({ name: model, path: model_path }), '--word_timestamps', 'True'],
    ...[...engine.extraArguments, '--output_format', 'all', '--output_dir', folder],
  ]
}

export interface FoundEngine {
  engine: Engine
  path: string
  /** What its process needs beside the environment of the server. */
  env: Record<string, string>
}

/**
 * The program that the settings name: `engine_path`, else what pip put into the server's own `bin/pip`, else what the
 * machine has. Throws an error that says how to install it.
 */
export async function findEngine(
  { video_transcription, storage }: Pick<Settings, 'video_transcription' | 'storage'>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<FoundEngine> {
  const engine = engineOf(video_transcription)
  const { engine_path } = video_transcription
  if (engine_path !== null) {
    if (await isProgram(engine_path)) return { engine, path: engine_path, env: {} }
    const advice = `nothing can be run at ${engine_path} (video_transcription.engine_path)`
    throw missing(engine, 'is not where it should be', `${advice}; ${howToInstall(engine, storage.bin)}`)
  }
  const own = join(storage.bin, 'pip')
  const ownPath = join(own, 'bin', engine.program)
  if (await isProgram(ownPath)) return { engine, path: ownPath, env: { PYTHONPATH: own } }
  for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, engine.program)
    if (await isProgram(path)) return { engine, path, env: {} }
  }
  throw missing(engine, 'is not installed', howToInstall(engine, storage.bin))
}

const forAdministrators = ' For administrators: '

function missing({ program }: Engine, what: string, advice: string): Error {
  return new Error(`The program ${program}, which recognises speech, ${what}.${forAdministrators}${advice}`)
}

/** What is nobody's business but that of those who run the server: paths, and what to do about it. */
export function withoutAdvice(message: string): string {
  return message.split(forAdministrators)[0]!
}

function howToInstall(engine: Engine, bin: string): string {
  const folder = join(bin, 'pip')
  return (
    `install it with "pip3 install -t ${folder} ${engine.package}", or in any other way and set ` +
    'video_transcription.engine_path.'
  )
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
