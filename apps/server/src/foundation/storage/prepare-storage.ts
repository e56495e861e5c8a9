import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../config/settings.ts'

/** Below `tmp` and yet kept: an upload goes on after a restart. */
const keptInTmp = new Set(['resumable-uploads'])

/** No job runs longer, ms (spec 05 §16). */
const longestJob = 48 * 3600 * 1000

/**
 * Makes all storage folders and empties `tmp` (spec 05 §12): once per start, before anything writes there. What is
 * `shared` with other nodes may be in use there: only what no job can still need is removed then.
 */
export async function prepareStorage(folders: Settings['storage'], { shared = false } = {}): Promise<void> {
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })))
  const before = Date.now() - longestJob
  for (const name of await readdir(folders.tmp)) {
    const path = join(folders.tmp, name)
    if (keptInTmp.has(name)) continue
    if (shared && (await stat(path)).mtimeMs > before) continue
    await rm(path, { recursive: true, force: true })
  }
}
