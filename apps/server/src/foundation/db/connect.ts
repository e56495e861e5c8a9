import { readFileSync } from 'node:fs'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Database, Db } from './database.ts'
import { NamingClient } from './named-statements.ts'

/** Where a database is. `host` may be the folder of a unix socket. */
export type Connection = Pick<
  pg.ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'
>

/** The `database.*` settings (spec 02 §7). */
export interface DatabaseSettings {
  hostname: string
  port: number
  ssl: boolean
  ssl_settings: {
    reject_unauthorized: boolean
    /** Paths of PEM files. */
    ca: string | null
    cert: string | null
    key: string | null
  }
  name?: string | null
  suffix: string
  username: string
  password: string
}

export interface OpenDatabase {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

const oldestVersion = 13

const oid = { int8: 20, int8Array: 1016, numeric: 1700 }

/** bigint and numeric (sums) come as numbers: none of ours reaches 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: any): any => {
    if (format === 'binary') return pg.types.getTypeParser(id, 'binary')
    if (id === oid.int8 || id === oid.numeric) return Number
    const parse = pg.types.getTypeParser(id, 'text')
    return id === oid.int8Array ? (text: string) => (parse(text) as unknown as string[]).map(Number) : parse
  },
}

/** Name of the database by PeerTube's rule: `database.name`, else `peertube` and the suffix. */
export function databaseName(settings: Pick<DatabaseSettings, 'name' | 'suffix'>): string {
  return settings.name || `peertube${settings.suffix}`
}

/** The external database that `DATABASE_URL` or the settings name. */
export function connectionFromSettings(settings: DatabaseSettings, databaseUrl = process.env.DATABASE_URL): Connection {
  if (databaseUrl) return { connectionString: databaseUrl }
  const { reject_unauthorized, ca, cert, key } = settings.ssl_settings
  const pem = (path: string | null) => (path ? readFileSync(path, 'utf8') : undefined)
  return {
    host: settings.hostname,
    port: settings.port,
    user: settings.username,
    password: settings.password,
    database: databaseName(settings),
    ssl: settings.ssl && { rejectUnauthorized: reject_unauthorized, ca: pem(ca), cert: pem(cert), key: pem(key) },
  }
}

export interface OpenOptions {
  connection: Connection
  /** Connections of this node; default 10. */
  poolMax?: number
  log?: Pick<Log, 'warn'>
}

const poolSizes = new WeakMap<Kysely<Database>, number>()

/** Connections that `db` has at most, at least 2. */
export const poolSizeOf = (db: Kysely<Database>): number => poolSizes.get(db) ?? 2

/** Connects, and throws a readable Error when there is no PostgreSQL ≥ 13. */
export async function openDatabase({ connection, poolMax = 10, log }: OpenOptions): Promise<OpenDatabase> {
  const max = Math.max(poolMax, 2)
  const pool = new pg.Pool({
    ...clientConfig(connection),
    Client: NamingClient as unknown as typeof pg.Client,
    max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 30_000,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 120_000,
  })
  // A connection that broke while idle is replaced by the pool; without a listener the process would end.
  pool.on('error', ({ message }) => {
    if (!pool.ending) log?.warn(`A database connection was lost: ${message}`)
  })
  try {
    await checkVersion(pool, connection)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  poolSizes.set(db, max)
  return { db, pool, close: () => db.destroy() }
}

/** For connections outside the pool: listening and session locks. */
export function clientConfig(connection: Connection): pg.ClientConfig {
  return {
    ...connection,
    application_name: 'sepiola',
    keepAlive: true,
    types,
    // A role called "sepiola" would find our schema before "public". Compiling a query costs more than most of ours take.
    // The threshold is that of searches by words (spec 03 §1.5); only the operator `<%`, which reads it, can use an index.
    options: '-c search_path=public -c timezone=UTC -c jit=off -c pg_trgm.word_similarity_threshold=0.4',
  }
}

async function checkVersion(pool: pg.Pool, connection: Connection): Promise<void> {
  let version: number
  try {
    version = Number((await pool.query('SHOW server_version_num')).rows[0].server_version_num)
  } catch (cause) {
    const reason = cause instanceof AggregateError ? cause.errors.join(', ') : (cause as Error).message
    throw new Error(`The database at ${describe(connection)} cannot be used: ${reason}`, { cause })
  }
  if (version < oldestVersion * 10_000) {
    throw new Error(
      `The database at ${describe(connection)} is PostgreSQL ${Math.floor(version / 10_000)}; at least ${oldestVersion} is needed`,
    )
  }
}

/** Without the password. */
function describe(connection: Connection): string {
  const { host, port, database } = new pg.Client(connection)
  return `${host}:${port}/${database}`
}
