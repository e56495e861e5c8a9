import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface FfmpegAbilities {
  /** As ffmpeg says it: `5.1.9-0+deb12u1`, `n7.0-7-gd38bf5e08e`. */
  version: string
  encoders: ReadonlySet<string>
}

/** Oldest version whose muxers and filters we rely on. */
const NEEDED = [5, 1] as const

/**
 * Asks both programs what they are.
 * @throws Error when one cannot be run, is too old, or cannot encode H.264
 */
export async function inspectFfmpeg(ffmpegPath: string, ffprobePath: string): Promise<FfmpegAbilities> {
  const [about, encoderList] = await Promise.all([
    ask(ffmpegPath, ['-version']),
    ask(ffmpegPath, ['-hide_banner', '-encoders']),
    ask(ffprobePath, ['-version']),
  ])
  const version = /^ffmpeg version (\S+)/m.exec(about)?.[1]
  if (!version) throw new Error(`${ffmpegPath} is no ffmpeg`)
  if (isTooOld(version)) throw new Error(`${ffmpegPath} is version ${version}, needed is ${NEEDED.join('.')} or newer`)
  const encoders = parseEncoders(encoderList)
  if (!encoders.has('libx264')) throw new Error(`${ffmpegPath} was built without the H.264 encoder libx264`)
  return { version, encoders }
}

async function ask(path: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await run(path, args, { timeout: 20_000, maxBuffer: 4 * 1024 * 1024 })
    return stdout
  } catch (cause) {
    throw new Error(`${path} cannot be run: ${(cause as Error).message.split('\n')[0]}`, { cause })
  }
}

/** Builds from the development tree (`N-66595-g…`) have no number and count as new. */
function isTooOld(version: string): boolean {
  const match = /^n?(\d+)\.(\d+)/.exec(version)
  if (!match) return false
  const [major, minor] = [Number(match[1]), Number(match[2])]
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])
}

/** Lines such as ` V....D libx264   libx264 H.264 …` */
function parseEncoders(list: string): Set<string> {
  return new Set(
    [...list.matchAll(/^ [VAS][.A-Z]{5} (\S+)/gm)].map((match) => match[1]!).filter((name) => name !== '='),
  )
}
