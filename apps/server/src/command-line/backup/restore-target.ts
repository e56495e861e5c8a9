import { rmSync } from 'node:fs'
import { mkdir, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type { StorageArea } from '#foundation/storage/storage.ts'

/** Where what is restored gathers, and where what was there before goes. */
const stageName = '.restoring'
const asidePrefix = 'before-restore-'

interface Piece {
  /** What it is called aside. */
  name: string
  staged: string
  final: string
  /** The final folder is a disk or a link of its own: its content is exchanged, not the folder. */
  inside: boolean
}

/**
 * A data folder (and storage folders elsewhere) that is replaced at once: everything is made ready beside, then exchanged
 * by renaming within each file system. What was there stays below `before-restore-<time>`.
 */
export class RestoreTarget {
  readonly root: string
  readonly stage: string
  readonly #aside: string
  readonly #pieces: Piece[] = []
  #exchanging = false

  constructor(root: string) {
    this.root = root
    this.stage = join(root, stageName)
    this.#aside = `${asidePrefix}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  }

  /** A file or folder of the data folder. Returns where its new content goes. */
  addOwn(name: string): string {
    const staged = join(this.stage, name)
    this.#pieces.push({ name, staged, final: join(this.root, name), inside: false })
    return staged
  }

  /** A storage folder, wherever it is. Returns where its new content goes. */
  async addArea(area: StorageArea, final: string): Promise<string> {
    const apart = await this.#placeApart(final)
    const staged = apart === undefined ? join(this.stage, 'areas', area) : join(apart, stageName)
    this.#pieces.push({ name: area, staged, final: apart ?? final, inside: apart !== undefined })
    await mkdir(staged, { recursive: true })
    return staged
  }

  /** The folder's true place when a rename from the stage cannot reach it. */
  async #placeApart(folder: string): Promise<string | undefined> {
    if (!(await exists(folder))) {
      if (folder.startsWith(this.root + sep)) return undefined
      await mkdir(folder, { recursive: true })
    }
    const [place, root] = [await realpath(folder), await realpath(this.root)]
    const sameDisk = (await stat(place)).dev === (await stat(root)).dev
    return place.startsWith(root + sep) && sameDisk ? undefined : place
  }

  /** Files and folders that the exchange would move aside. */
  async findOccupied(): Promise<string[]> {
    const occupied: string[] = []
    for (const { final } of this.#pieces) {
      const found = await stat(final).catch(() => undefined)
      if (found && (!found.isDirectory() || (await hasContent(final)))) occupied.push(final)
    }
    return occupied
  }

  /** All or nothing: on an error what was renamed is renamed back. Returns the folders with what was there before. */
  async exchange(): Promise<string[]> {
    this.#exchanging = true
    const undo: (() => Promise<void>)[] = []
    const asides = new Set<string>()
    const move = async (from: string, to: string) => {
      await rename(from, to)
      undo.unshift(() => rename(to, from))
    }
    const exchangeOne = async (staged: string | undefined, final: string, aside: string, name: string) => {
      if ((await exists(final)) && !(await removeEmptyFolder(final))) {
        if (!asides.has(aside)) await mkdir(aside, { recursive: true, mode: 0o700 })
        asides.add(aside)
        await move(final, join(aside, name))
      }
      if (staged && (await exists(staged))) {
        await mkdir(join(final, '..'), { recursive: true })
        await move(staged, final)
      }
    }
    try {
      for (const { name, staged, final, inside } of this.#pieces) {
        if (!inside) {
          await exchangeOne(staged, final, join(this.root, this.#aside), name)
          continue
        }
        for (const entry of await ownEntries(final)) {
          await exchangeOne(undefined, join(final, entry), join(final, this.#aside), entry)
        }
        for (const entry of await readdir(staged)) await move(join(staged, entry), join(final, entry))
      }
    } catch (error) {
      for (const step of undo) await step()
      throw error
    }
    await this.discard()
    return [...asides]
  }

  /** Removes what was made ready. */
  async discard(): Promise<void> {
    for (const folder of this.#stages()) await rm(folder, { recursive: true, force: true })
  }

  /** The same for a process that is about to end. False while the renames run: they must end, and take no time. */
  discardNow(): boolean {
    if (this.#exchanging) return false
    for (const folder of this.#stages()) rmSync(folder, { recursive: true, force: true })
    return true
  }

  #stages(): string[] {
    return [this.stage, ...this.#pieces.filter(({ inside }) => inside).map(({ staged }) => staged)]
  }
}

/** Left by an earlier restore; no part of the storage. */
export function isRestoreFolder(name: string): boolean {
  return name === stageName || name.startsWith(asidePrefix)
}

async function ownEntries(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !isRestoreFolder(basename(name)))
}

async function hasContent(folder: string): Promise<boolean> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (isRestoreFolder(entry.name)) continue
    if (!entry.isDirectory() || (await hasContent(join(folder, entry.name)))) return true
  }
  return false
}

async function removeEmptyFolder(path: string): Promise<boolean> {
  return rmdir(path).then(
    () => true,
    () => false,
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return false
    },
  )
}
