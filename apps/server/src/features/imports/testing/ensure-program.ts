import { execFileSync } from 'node:child_process'
import { findOnPath } from '#foundation/ffmpeg/locate-ffmpeg.ts'

/**
 * A program out of a package of Debian and its relatives: where it is missing it is installed, by root or on a machine
 * of continuous integration. Throws with the way out when that cannot be.
 */
export async function ensureProgram(program: string, packageName: string): Promise<void> {
  if (await findOnPath(program, process.env)) return
  const isRoot = process.getuid?.() === 0
  const before = isRoot ? [] : process.env.CI ? ['sudo', '-n'] : undefined
  if (before && (await findOnPath('apt-get', process.env))) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const run = (...args: string[]) => {
      const [command, ...rest] = [...before, 'apt-get', ...args]
      execFileSync(command!, rest, { env, stdio: 'ignore' })
    }
    run('update', '-qq')
    run('install', '-y', '-qq', '--no-install-recommends', packageName)
  }
  if (await findOnPath(program, process.env)) return
  throw new Error(`This test needs ${program}: sudo apt-get install ${packageName}`)
}
