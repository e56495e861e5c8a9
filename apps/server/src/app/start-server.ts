import { createReport, type Report } from './report.ts'
import { Teardown } from './teardown.ts'
import { createDataFolder, locateDataFolder, type DataFolder } from '#foundation/config/data-folder.ts'
import { createLiveSettings } from '#foundation/config/live-settings.ts'
import { loadSettings } from '#foundation/config/load-settings.ts'
import type { Connection } from '#foundation/db/connect.ts'
import { lockDataFolder } from '#foundation/db/data-folder-lock.ts'
import { startEmbeddedPostgres } from '#foundation/db/embedded-postgres.ts'
import { ensureFfmpeg } from '#foundation/ffmpeg/locate-ffmpeg.ts'
import { createLog, type Log } from '#foundation/log.ts'
import { prepareStorage } from '#foundation/storage/prepare-storage.ts'

export type Role = 'web' | 'worker' | 'all'

export interface StartOptions {
  role: Role
  /** False with `--no-client`: no pages, unknown paths are an empty 404. */
  client: boolean
  configFile: string | undefined
  /** Forgets what administrators changed at run time. */
  resetSettings: boolean
  /** The database is backed up before an update changes it. */
  backup: boolean
  env: NodeJS.ProcessEnv
  print: (line: string) => void
}

export interface RunningServer {
  /** Ends everything within 5 s: short requests finish, jobs go back to the queue. */
  stop(): Promise<void>
}

/**
 * Brings the whole product up; every step says what it did and how long it took. Its own imports are what PostgreSQL
 * needs to be started: everything else, `bring-up.ts`, is loaded meanwhile.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { env, print } = options
  const report = createReport(print)
  const teardown = new Teardown()
  const folder = locateDataFolder(env)
  let log: Log | undefined
  try {
    createDataFolder(folder)
    const input = { folder, env, configFile: options.configFile }
    const loaded = loadSettings(input, options.resetSettings ? {} : undefined)
    if (!loaded.externalDatabase) teardown.add(await lockDataFolder(folder.root))
    const settings = createLiveSettings(input, loaded)
    const created = createLog({ settings: () => settings.current })
    log = created.log
    teardown.add(created.close)
    for (const warning of loaded.warnings) log.warn(warning)
    await prepareStorage(loaded.settings.storage, { shared: loaded.externalDatabase })
    const launched = Promise.withResolvers<void>()
    if (loaded.externalDatabase) launched.resolve()
    const [media, embedded, { bringUp }] = await Promise.all([
      report.step(
        () => ensureFfmpeg({ dataFolder: folder.programs, report: report.line }),
        ({ version, source }) => `ffmpeg ${version} (${source})`,
      ),
      loaded.externalDatabase ? undefined : startDatabase(folder, log, report, teardown, launched.resolve),
      launched.promise.then(() => import('./bring-up.ts')),
    ])
    await bringUp(options, { folder, loaded, settings, log, report, teardown, media, embedded })
  } catch (error) {
    await teardown.run(log)
    throw error
  }
  return { stop: () => teardown.run(log) }
}

async function startDatabase(
  folder: DataFolder,
  log: Log,
  report: Report,
  teardown: Teardown,
  onLaunch: () => void,
): Promise<Connection> {
  const starting = report.step(
    () =>
      startEmbeddedPostgres({
        folder: folder.database,
        database: 'sepiola',
        report: report.line,
        onLaunch,
        onCrash: (message) => log.error(message),
      }),
    () => 'PostgreSQL started',
  )
  // Known before it runs: another step of the start may fail meanwhile.
  teardown.add(async () => (await starting.catch(() => undefined))?.stop())
  return (await starting).connection
}
