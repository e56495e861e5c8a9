import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findAria2, findYtDlp } from '#features/imports/public.ts'
import type { Settings } from '#foundation/config/settings.ts'
import { broken, good, warning, type Finding } from './finding.ts'

const run = promisify(execFile)
const byAddress = 'imports by address'
const ofTorrents = 'imports of torrents'
const onlyFiles = 'Until then only addresses of video files can be imported.'

/** The programs that imports need; nothing where the server takes none. */
export async function checkImports(
  settings: Pick<Settings, 'import' | 'storage'>,
  environment: NodeJS.ProcessEnv,
): Promise<Finding[]> {
  const { http, torrent } = settings.import.videos
  return [
    ...(http.enabled ? [await checkYtDlp(settings, environment)] : []),
    ...(torrent.enabled ? [await checkAria2(environment)] : []),
  ]
}

async function checkYtDlp(
  settings: Pick<Settings, 'import' | 'storage'>,
  environment: NodeJS.ProcessEnv,
): Promise<Finding> {
  const release = settings.import.videos.http.youtube_dl_release
  const { name, url } = release
  const kept = join(settings.storage.bin, name)
  const found = await findYtDlp(release, kept, environment)
  const install = `Install ${name}, or put it at ${kept}.`
  if (found) {
    const { program, before } = found
    const advice = `Update it, or look at import.videos.http.youtube_dl_release.python_path. ${onlyFiles}`
    const version = [...before, '--ignore-config', '--version']
    return tryProgram(byAddress, { program, args: version, name, path: before[0] ?? program, advice })
  }
  if (url === '') return broken(byAddress, `there is no ${name}`, `${install} ${onlyFiles}`)
  const advice = `While the server runs it fetches it from ${url}; if it stays so, the log says why. ${onlyFiles}`
  return warning(byAddress, `there is no ${name} yet`, advice)
}

async function checkAria2(environment: NodeJS.ProcessEnv): Promise<Finding> {
  const program = await findAria2(environment)
  const advice = 'Until aria2 is there (apt-get install aria2) no torrent can be imported.'
  if (program === undefined) return broken(ofTorrents, 'there is no aria2c', advice)
  return tryProgram(ofTorrents, { program, args: ['--version'], path: program, advice })
}

interface Trial {
  program: string
  args: readonly string[]
  /** Told before its version, where it does not say it itself. */
  name?: string
  path: string
  advice: string
}

async function tryProgram(subject: string, { program, args, name, path, advice }: Trial): Promise<Finding> {
  try {
    const { stdout } = await run(program, args, { timeout: 60_000 })
    const version = stdout.split('\n')[0]!.trim()
    return good(subject, `${name === undefined ? '' : `${name} `}${version} (${path})`)
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    const cause = (stderr?.trim() || message).split('\n').at(-1)!
    return broken(subject, `${path} does not run: ${cause}`, advice)
  }
}
