import { buildContext, type BuiltContext } from './build-context.ts'
import { features as allFeatures } from './features.ts'
import type { Report } from './report.ts'
import type { StartOptions } from './start-server.ts'
import type { Teardown } from './teardown.ts'
import { collectWhenQuiet } from '#foundation/collect-when-quiet.ts'
import type { DataFolder } from '#foundation/config/data-folder.ts'
import type { StoredSettings } from '#foundation/config/live-settings.ts'
import type { LoadedSettings } from '#foundation/config/load-settings.ts'
import type { MediaTools } from '#foundation/context.ts'
import { withLock } from '#foundation/db/advisory-lock.ts'
import { connectionFromSettings, openDatabase, type Connection } from '#foundation/db/connect.ts'
import { databaseOverrides } from '#foundation/config/override-store.ts'
import { migrate } from '#foundation/db/migrate.ts'
import type { Feature, Schedule } from '#foundation/feature.ts'
import { buildHttp } from '#foundation/http/build-http.ts'
import { deleteOldJobs } from '#foundation/jobs/old-jobs.sql.ts'
import { startSchedules } from '#foundation/jobs/schedules.ts'
import { startWorker } from '#foundation/jobs/worker.ts'
import type { Log } from '#foundation/log.ts'
import { buildOrigin } from '#foundation/origin.ts'
import { authenticate } from '#features/sessions/public.ts'
import { runFirstStart, type FirstStart } from '#features/users/public.ts'
import { webFeature } from '#features/web/feature.ts'
import packageJson from '../../package.json' with { type: 'json' }

/** What a start has done before. */
export interface Prepared {
  folder: DataFolder
  loaded: LoadedSettings
  settings: StoredSettings
  log: Log
  report: Report
  teardown: Teardown
  media: MediaTools
  /** Undefined: the settings name another database. */
  embedded: Connection | undefined
}

/** The product, on a PostgreSQL that runs. */
export async function bringUp(options: StartOptions, prepared: Prepared): Promise<void> {
  const { folder, loaded, settings, log, report, teardown, media, embedded } = prepared
  const { env, role } = options
  const testMode = env.NODE_ENV === 'test' && env.PRODUCTION_CONSTANTS !== 'true'
  const connection = embedded ?? connectionFromSettings(loaded.settings.database)
  const database = await openDatabase({ connection, poolMax: loaded.settings.database.pool.max, log })
  teardown.add(() => database.close())
  const backupFolder = options.backup ? folder.backups : undefined
  await report.step(
    () => migrate(database.db, { beforeUpdate: () => backupFirst(connection, loaded, backupFolder, report) }),
    (ran) => (ran.length > 0 ? `database migrated (${ran.length} steps)` : 'database up to date'),
  )
  const overrides = databaseOverrides(database.db)
  if (options.resetSettings) await overrides.write({})
  await settings.shareThrough(overrides, (message) => log.warn(message))
  if (options.resetSettings) await settings.clearOverride()
  report.line(`Database ${connection.database ?? 'of DATABASE_URL'} is ready`)

  const features = options.client ? [...allFeatures, webFeature] : allFeatures
  const built = await buildContext({ db: database.db, connection, settings, log, media, features, testMode })
  teardown.add(() => built.close())
  const { ctx } = built

  const firstStart = await withLock(database.db, 'sepiola start', async () => {
    const created = await runFirstStart(ctx, {
      ...(env.PT_INITIAL_ROOT_PASSWORD ? { rootPassword: env.PT_INITIAL_ROOT_PASSWORD } : {}),
      ...(env.NODE_APP_INSTANCE ? { appInstance: env.NODE_APP_INSTANCE } : {}),
    })
    for (const feature of features) await feature.onStart?.(ctx)
    return created
  })

  if (role !== 'web') await startJobs(built, features, connection, teardown)
  if (role !== 'worker') await listen(built, features, report, teardown)
  else report.line('This node runs jobs and answers no requests.')

  for (const line of describeFirstStart(firstStart)) report.line(line)
  if (role !== 'worker') {
    const { hostname, port } = ctx.settings.current.listen
    report.line(`Open ${ctx.origin.url}`)
    report.line(`HTTP server listening on ${hostname}:${port}`)
  }
  log.info({ role, pid: process.pid }, 'The server is up.')
  teardown.add(() => built.stop())
  teardown.add(collectWhenQuiet())
}

/** An update that goes wrong can be undone (`sepiola restore`). */
async function backupFirst(
  connection: Connection,
  { settings }: LoadedSettings,
  folder: string | undefined,
  report: Report,
): Promise<void> {
  if (folder === undefined) return
  const url = buildOrigin(settings.webserver).url
  // Seldom needed: not loaded at every start.
  const { backupBeforeUpdate } = await import('#foundation/backup/backup-database.ts')
  try {
    await report.step(
      () => backupBeforeUpdate({ connection, folder, version: packageJson.version, url }),
      (path) => `database backed up before its update: ${path}`,
    )
  } catch (cause) {
    throw new Error(
      `The database is to be updated, but could not be backed up before: ${(cause as Error).message}\nMake room in ${folder}, or start once with --no-backup.`,
      { cause },
    )
  }
}

function describeFirstStart({ oauthClient, root }: FirstStart): string[] {
  return [
    ...(oauthClient ? [`Client id: ${oauthClient.clientId}`, `Client secret: ${oauthClient.clientSecret}`] : []),
    ...(root ? [`Username: ${root.username}`, `User password: ${root.password}`] : []),
  ]
}

async function startJobs(
  { ctx, jobs }: BuiltContext,
  features: readonly Feature[],
  connection: Connection,
  teardown: Teardown,
): Promise<void> {
  const worker = await startWorker({ ctx, jobs })
  teardown.add(() => worker.stop())
  const schedules = [...features.flatMap((feature) => feature.schedules ?? []), removeOldJobs(jobs)]
  const running = startSchedules({ ctx, schedules, connection })
  teardown.add(() => running.stop())
}

/** Finished jobs are kept for a while, then removed (spec 02 §10, 11). */
function removeOldJobs(jobs: BuiltContext['jobs']): Schedule {
  return {
    name: 'jobs/remove-old',
    every: (ctx) => (ctx.testMode ? 10_000 : 3_600_000),
    run: async (ctx) => void (await deleteOldJobs(ctx.db, jobs)),
  }
}

async function listen(
  { ctx }: BuiltContext,
  features: readonly Feature[],
  report: Report,
  teardown: Teardown,
): Promise<void> {
  const app = await report.step(
    () => buildHttp({ ctx, features, authenticate, checkAnswers: false }),
    () => 'routes ready',
  )
  const { hostname, port } = ctx.settings.current.listen
  await app.listen({ host: hostname, port })
  teardown.add(() => app.close())
}
