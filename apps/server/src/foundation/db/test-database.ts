import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { clientConfig, openDatabase, type Connection } from './connect.ts'
import type { Db } from './database.ts'
import { listMigrations, migrate, migrationsFolder } from './migrate.ts'
import { testClusterConnection } from './test-cluster.ts'

export interface TestDatabase {
  db: Db
  /** For a notifier, a leader election or a child process. */
  connection: Connection
  name: string
  /** Closes the pool and drops the database. */
  close(): Promise<void>
}

/** ms after which a database that a killed test left is dropped. */
const abandonedAfter = 3_600_000

/** A migrated database of its own, cloned from a template in milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = await testClusterConnection()
  return openNew(cluster, async (admin) => `${await ensureTemplate(admin, cluster)} STRATEGY FILE_COPY`)
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyTestDatabase(): Promise<TestDatabase> {
  return openNew(await testClusterConnection(), async () => 'template0')
}

async function openNew(cluster: Connection, source: (admin: pg.Client) => Promise<string>): Promise<TestDatabase> {
  const name = `test_${Date.now()}_${randomBytes(4).toString('hex')}`
  await withAdmin(cluster, async (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${await source(admin)}`))
  const connection = { ...cluster, database: name }
  const { db, close } = await openDatabase({ connection })
  return {
    db,
    connection,
    name,
    async close() {
      await close()
      await withAdmin(cluster, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

let template: Promise<string> | undefined

/** Migrated once per state of the migration files; a half made one keeps another name and is dropped. */
function ensureTemplate(admin: pg.Client, connection: Connection): Promise<string> {
  template ??= makeTemplate(admin, connection)
  return template
}

async function makeTemplate(admin: pg.Client, connection: Connection): Promise<string> {
  const name = `template_${await migrationsHash()}`
  await admin.query(`SELECT pg_advisory_lock(hashtextextended('test template', 0))`)
  try {
    await dropAbandoned(admin)
    const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount !== 0) return name
    const half = `half_${name}`
    await admin.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${half} TEMPLATE template0`)
    const { db, close } = await openDatabase({ connection: { ...connection, database: half } })
    await migrate(db).finally(close)
    await admin.query(`ALTER DATABASE ${half} RENAME TO ${name}`)
    return name
  } finally {
    await admin.query(`SELECT pg_advisory_unlock(hashtextextended('test template', 0))`)
  }
}

async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(import.meta.dirname, 'migrate.ts')))
  for (const name of await listMigrations()) hash.update(name).update(await readFile(join(migrationsFolder, name)))
  return hash.digest('hex').slice(0, 16)
}

async function dropAbandoned(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_' AND split_part(datname, '_', 2)::bigint < $1
       AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)`,
    [Date.now() - abandonedAfter],
  )
  for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}

async function withAdmin<T>(connection: Connection, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(clientConfig(connection))
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
