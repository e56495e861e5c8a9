import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { pino } from 'pino'
import pretty from 'pino-pretty'
import { buildContext, type BuiltContext } from '#app/build-context.ts'
import { features } from '#app/features.ts'
import { locateDataFolder, type DataFolder } from '#foundation/config/data-folder.ts'
import { createLiveSettings, type LiveSettings } from '#foundation/config/live-settings.ts'
import { loadSettings, type LoadedSettings } from '#foundation/config/load-settings.ts'
import { databaseOverrides } from '#foundation/config/override-store.ts'
import type { MediaTools } from '#foundation/context.ts'
import { connectionFromSettings, openDatabase, type Connection } from '#foundation/db/connect.ts'
import { DataFolderInUseError, lockDataFolder } from '#foundation/db/data-folder-lock.ts'
import type { Db } from '#foundation/db/database.ts'
import { attachEmbeddedPostgres, startEmbeddedPostgres } from '#foundation/db/embedded-postgres.ts'
import { findMigrationGap } from '#foundation/db/migrate.ts'
import { CommandError } from './command-error.ts'

/** Where the commands look for the server. */
export interface Location {
  folder: DataFolder
  env: NodeJS.ProcessEnv
  configFile: string | undefined
}

/** A server as the commands see it: its settings and its database, running or not. */
export interface Instance extends Location {
  loaded: LoadedSettings
  settings: LiveSettings
  connection: Connection
  /** Whether another process works on the data folder; undefined with an external database, where nothing tells. */
  running: boolean | undefined
  db: Db
  close(): Promise<void>
}

export function locate(command: Command): Location {
  const { data, config } = command.optsWithGlobals<{ data?: string; config?: string }>()
  const env = data ? { ...process.env, SEPIOLA_DATA: data } : process.env
  return { folder: locateDataFolder(env), env, configFile: config && resolve(config) }
}

/** Settings without the database. Throws when no server was ever started there. */
export function loadInstanceSettings({ folder, env, configFile }: Location): LoadedSettings {
  if (!existsSync(folder.root)) throw new CommandError(neverStarted(folder))
  return loadSettings({ folder, env, configFile })
}

/** Runs `work` on the database of the running server; of a stopped one, starts its database meanwhile. */
export async function withInstance<T>(location: Location, work: (instance: Instance) => Promise<T>): Promise<T> {
  const loaded = loadInstanceSettings(location)
  const { connection, running, stop } = await reachDatabase(location.folder, loaded)
  try {
    const { db, close } = await openDatabase({ connection })
    try {
      await requireCurrentSchema(db)
      const input = { folder: location.folder, env: location.env, configFile: location.configFile }
      const settings = createLiveSettings(input, loaded)
      await settings.shareThrough(databaseOverrides(db), () => {})
      return await work({ ...location, loaded, settings, connection, running, db, close })
    } finally {
      await close()
    }
  } finally {
    await stop()
  }
}

export interface ReachedDatabase {
  connection: Connection
  running: boolean | undefined
  stop(): Promise<void>
}

/** Attaches to the running embedded database, or starts it as long as `stop` is not called. */
export async function reachDatabase(folder: DataFolder, loaded: LoadedSettings): Promise<ReachedDatabase> {
  if (loaded.externalDatabase) {
    return { connection: connectionFromSettings(loaded.settings.database), running: undefined, stop: async () => {} }
  }
  if (!hasDatabase(folder)) throw new CommandError(neverStarted(folder))
  let unlock: () => Promise<void>
  try {
    unlock = await lockDataFolder(folder.root)
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error
    const connection = await attachEmbeddedPostgres(folder.database, embeddedDatabase)
    return { connection, running: true, stop: async () => {} }
  }
  try {
    const postgres = await startEmbeddedPostgres({ folder: folder.database, database: embeddedDatabase })
    const stop = async () => {
      await postgres.stop()
      await unlock()
    }
    return { connection: postgres.connection, running: false, stop }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Whether the embedded database was ever made. */
export function hasDatabase(folder: DataFolder): boolean {
  return existsSync(join(folder.database, 'PG_VERSION'))
}

export const embeddedDatabase = 'sepiola'

/** Everything that the server's own code needs; jobs that it adds are run by the server. */
export async function withContext<T>(
  location: Location,
  work: (context: { ctx: BuiltContext['ctx']; instance: Instance }) => Promise<T>,
  media: MediaTools = { ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' },
): Promise<T> {
  return withInstance(location, async (instance) => {
    const { db, connection, settings, env } = instance
    const testMode = env.NODE_ENV === 'test' && env.PRODUCTION_CONSTANTS !== 'true'
    const log = pino(
      { level: 'warn' },
      pretty({ destination: 2, sync: true, ignore: 'pid,hostname', singleLine: true }),
    )
    const built = await buildContext({ db, connection, settings, log, media, features, testMode })
    try {
      return await work({ ctx: built.ctx, instance })
    } finally {
      built.stop()
      await built.close()
    }
  })
}

async function requireCurrentSchema(db: Db): Promise<void> {
  const { missing, unknown } = await findMigrationGap(db)
  if (unknown.length > 0) {
    throw new CommandError(`The database is of a newer Sepiola (${unknown.join(', ')}): update this one first.`)
  }
  if (missing.length > 0) {
    throw new CommandError(
      `The database is of an older Sepiola (it lacks ${missing.join(', ')}): start the server anew, which updates it.`,
    )
  }
}

function neverStarted({ root }: DataFolder): string {
  return `No server was ever started in ${root}. Start it once (npm start), or name its folder with --data or SEPIOLA_DATA.`
}
