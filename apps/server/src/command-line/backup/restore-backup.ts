import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ArchiveStart } from '#foundation/backup/archive-format.ts'
import { DamagedBackupError, readArchive } from '#foundation/backup/archive-reader.ts'
import { loadDatabase, requireEmpty } from '#foundation/backup/load-database.ts'
import { loadSettings, type LoadedSettings } from '#foundation/config/load-settings.ts'
import { connectionFromSettings } from '#foundation/db/connect.ts'
import { startEmbeddedPostgres } from '#foundation/db/embedded-postgres.ts'
import { resolveKey } from '#foundation/storage/resolve-key.ts'
import type { StorageArea } from '#foundation/storage/storage.ts'
import { CommandError } from '../command-error.ts'
import { embeddedDatabase, type Location } from '../open-instance.ts'
import { backedUpAreas } from './backed-up-areas.ts'
import type { RestoreTarget } from './restore-target.ts'

export interface RestoreJob {
  location: Location
  target: RestoreTarget
  file: string
  /** What is there is moved aside. */
  force: boolean
  /** Bytes of the file that were read. */
  progress(bytes: number): void
  say(line: string): void
}

export interface Restored {
  start: ArchiveStart
  /** Folders with what was there before. */
  asides: string[]
}

/**
 * Unpacks a backup beside the data folder, checks it, loads the database, and only then exchanges both. The caller holds
 * the lock of the data folder. When it throws, the target is as it was.
 */
export async function restoreBackup(job: RestoreJob): Promise<Restored> {
  const { target } = job
  await target.discard()
  await mkdir(target.stage, { recursive: true })
  try {
    const { start, loaded } = await unpack(job)
    await restoreDatabase(job, start, loaded)
    await rm(join(target.stage, 'database-rows'), { recursive: true, force: true })
    return { start, asides: await target.exchange() }
  } catch (error) {
    await target.discard()
    throw error
  }
}

async function unpack({ target, location, file, force, progress }: RestoreJob) {
  let start: ArchiveStart | undefined
  let loaded: LoadedSettings | undefined
  const areas = new Map<string, string>()

  /** Known once the configuration of the archive is unpacked. */
  const prepareTarget = async (): Promise<LoadedSettings> => {
    const { content } = start!
    const found = loadSettings(
      content === 'database' ? location : { ...location, folder: stagedFolder(target, location) },
    )
    if (content !== 'database') {
      for (const area of backedUpAreas(content))
        areas.set(area, await target.addArea(area, found.settings.storage[area]))
    }
    if (!found.externalDatabase) target.addOwn('database')
    const occupied = await target.findOccupied()
    if (occupied.length > 0 && !force) {
      throw new CommandError(
        `There is data already: ${occupied.join(', ')}. With --force it is moved aside; or name an empty folder with --data.`,
      )
    }
    if (found.externalDatabase) await requireEmpty(connectionFromSettings(found.settings.database))
    return found
  }
  const place = async (name: string): Promise<string> => {
    const [, kind, rest] = /^(data|storage|database)\/(.+)$/.exec(name) ?? []
    if (kind === 'data' && !loaded && /^(secrets\.json|config\/.+)$/.test(rest!)) return resolveKey(target.stage, rest!)
    loaded ??= await prepareTarget()
    if (kind === 'database') return resolveKey(join(target.stage, 'database-rows'), name)
    const [, area, key] = /^([a-z_]+)\/(.+)$/.exec(rest ?? '') ?? []
    const folder = kind === 'storage' ? areas.get(area as StorageArea) : undefined
    if (folder === undefined) throw new DamagedBackupError(`it has an entry that is not known: ${name}`)
    return resolveKey(folder, key!)
  }
  const end = await readArchive(file, {
    start: async (read) => {
      start = read
      if (read.content === 'database') return
      target.addOwn('config')
      target.addOwn('secrets.json')
    },
    entry: async (name, _size, content) => writeFile(await place(name), content),
    progress,
  })
  for (const name of end.gone) await rm(await place(name), { force: true })
  if (!loaded) throw new CommandError(`${file} has no database.`)
  return { start: start!, loaded }
}

/** The settings are read out of what was unpacked, for the place where it will be. */
function stagedFolder(target: RestoreTarget, { folder }: Location): Location['folder'] {
  return { ...folder, config: join(target.stage, 'config'), secretsFile: join(target.stage, 'secrets.json') }
}

async function writeFile(path: string, content: Readable): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: path.includes('/config/') ? 0o700 : 0o755 })
  const mode = path.endsWith('secrets.json') || path.includes('/config/') ? 0o600 : 0o644
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode }))
}

async function restoreDatabase(
  { target, say }: RestoreJob,
  start: ArchiveStart,
  loaded: LoadedSettings,
): Promise<void> {
  const rows = join(target.stage, 'database-rows')
  if (loaded.externalDatabase) {
    say('Loading the database')
    return loadDatabase(connectionFromSettings(loaded.settings.database), rows, start.migrations)
  }
  say('Making a database and loading it')
  const postgres = await startEmbeddedPostgres({ folder: join(target.stage, 'database'), database: embeddedDatabase })
  try {
    await loadDatabase(postgres.connection, rows, start.migrations)
  } finally {
    await postgres.stop()
  }
}
