import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Short hash of the checkout that the server runs from; undefined elsewhere. */
export async function findServerCommit(): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, timeout: 2000 })
    return stdout.trim() || undefined
  } catch {
    // No checkout, or no git.
    return undefined
  }
}
