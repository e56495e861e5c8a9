import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isGone, processIdentity } from './process-identity.ts'

/** Another process works on the data folder. */
export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError'
}

/**
 * Makes this process the only one on a data folder, until the returned function is called or the process ends
 * (a lock left by a killed process is taken over).
 * Throws a DataFolderInUseError naming the pid of the other process, at once or after `waitMs`.
 */
export async function lockDataFolder(folder: string, file = 'server.lock', waitMs = 0): Promise<() => Promise<void>> {
  const path = join(folder, file)
  const own = processIdentity()
  const until = Date.now() + waitMs
  for (;;) {
    const holder = await takeLock(path, own)
    if (holder === undefined) return () => releaseLock(path, own)
    if (Date.now() >= until) {
      const pid = holder.split('/')[3] ?? 'unknown'
      throw new DataFolderInUseError(
        `The data folder ${folder} is in use by the process ${pid}. Stop that one first, or choose another folder with SEPIOLA_DATA. (If no such process runs here, delete ${path}.)`,
      )
    }
    await sleep(25)
  }
}

/** Returns undefined when the lock is ours now, else its holder. */
async function takeLock(path: string, own: string): Promise<string | undefined> {
  for (;;) {
    try {
      await writeFile(path, own, { flag: 'wx', mode: 0o600 })
      return undefined
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await readIfThere(path)
    if (holder === undefined) continue
    // Empty: another process is between creating and writing.
    if (holder === '' || !isGone(holder)) return holder
    await removeStale(path, holder)
  }
}

/** Two processes may judge the same lock stale: whoever renames the fresh one by mistake puts it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readIfThere(aside)) !== stale) await rename(aside, path)
  else await rm(aside, { force: true })
}

async function releaseLock(path: string, own: string): Promise<void> {
  if ((await readIfThere(path)) === own) await rm(path, { force: true })
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
