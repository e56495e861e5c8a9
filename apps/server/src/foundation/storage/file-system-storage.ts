import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, mkdtemp, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { randomUUID } from 'node:crypto'
import type { Settings } from '../config/settings.ts'
import { isMissingFile } from './is-missing-file.ts'
import { resolveKey } from './resolve-key.ts'
import type { Storage, StorageArea } from './storage.ts'

type Folders = Settings['storage']

/** Beside the target, because only a rename within one file system is atomic; `list` does not show it. */
const unfinishedName = (path: string) => join(dirname(path), `.${randomUUID()}.unfinished`)

/** Storage on local folders, one per area (`storage.*`, absolute paths). Folders of keys are made when needed. */
export function createFileSystemStorage(folders: Folders): Storage {
  const locate = (area: StorageArea, key: string) => resolveKey(folders[area], key)

  /** The content appears under its name only when it is whole. */
  async function publish(path: string, fill: (temporary: string) => Promise<void>) {
    await mkdir(dirname(path), { recursive: true })
    const temporary = unfinishedName(path)
    try {
      await fill(temporary)
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  async function take(source: string, target: string) {
    await mkdir(dirname(target), { recursive: true })
    try {
      await rename(source, target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
      // Another file system: copy beside the target first.
      await publish(target, (temporary) => copyFile(source, temporary))
      await unlink(source)
    }
  }

  return {
    async stat(area, key) {
      const found = await unlessMissing(stat(locate(area, key)))
      return found?.isFile() ? { size: found.size, modifiedAt: found.mtime } : undefined
    },

    async read(area, key, range) {
      // Opened here, so that a missing file is an error of this call and not of the stream.
      const file = await open(locate(area, key), 'r')
      return file.createReadStream(range)
    },

    async write(area, key, content) {
      await publish(locate(area, key), async (temporary) => {
        const source = content instanceof Readable ? content : Readable.from([content])
        await pipeline(source, createWriteStream(temporary, { flags: 'wx' }))
      })
    },

    adopt: (area, key, localPath) => take(localPath, locate(area, key)),

    move: (from, to) => take(locate(from.area, from.key), locate(to.area, to.key)),

    async remove(area, key) {
      await unlessMissing(unlink(locate(area, key)))
    },

    async removeFolder(area, prefix) {
      await rm(locate(area, prefix), { recursive: true, force: true })
    },

    async list(area, prefix) {
      const folder = resolveKey(folders[area], prefix, { folder: true })
      const entries = (await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }))) ?? []
      return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.unfinished'))
        .map((entry) => join(entry.parentPath, entry.name).slice(folders[area].length + 1))
        .sort()
    },

    async withLocalFile(area, key, use) {
      return use(locate(area, key))
    },

    async withTemporaryFolder(use) {
      const folder = await mkdtemp(join(folders.tmp, 'work-'))
      try {
        return await use(folder)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },

    localPath: (area, key) => (key === undefined ? folders[area] : locate(area, key)),
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isMissingFile(error)) return undefined
    throw error
  }
}
