import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../config/settings.ts'

/** Below `tmp` and yet kept: an upload goes on after a restart. */
const keptInTmp = new Set(['resumable-uploads'])

/** Makes all storage folders and empties `tmp` (spec 05 §12): once per start, before anything writes there. */
export async function prepareStorage(folders: Settings['storage']): Promise<void> {
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })))
  const leftovers = (await readdir(folders.tmp)).filter((name) => !keptInTmp.has(name))
  await Promise.all(leftovers.map((name) => rm(join(folders.tmp, name), { recursive: true, force: true })))
}
