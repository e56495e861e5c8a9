import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql, type Kysely } from 'kysely'
import type { Database, Db, Tx } from './database.ts'

/** `application.migrationVersion` of a PeerTube 8.2 database. */
export const peerTubeVersion = 1040

export const migrationsFolder = join(import.meta.dirname, 'migrations')

const peerTubeTables = '0001-peertube-tables.sql'

/** A migration in TypeScript exports this. */
export interface Migration {
  up(tx: Tx): Promise<void>
}

export interface MigrateOptions {
  report?: (line: string) => void
  /** No others, although they are missing. */
  only?: ReadonlySet<string>
  /** Called once before a database that is in use already is changed; when it throws, nothing is. */
  beforeUpdate?: () => Promise<void>
}

/**
 * Brings the database up to date: runs the files of `migrations/` that it has not seen, in the order of their names,
 * each in a transaction. Several nodes may call it at once. Returns the names of those that ran.
 */
export async function migrate(db: Db, options: MigrateOptions = {}): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`SET statement_timeout = 0`.execute(connection)
    await sql`SELECT pg_advisory_lock(hashtextextended('sepiola migrations', 0))`.execute(connection)
    try {
      return await runMissing(connection, options)
    } finally {
      await sql`SELECT pg_advisory_unlock(hashtextextended('sepiola migrations', 0))`.execute(connection)
      await sql`RESET statement_timeout`.execute(connection)
    }
  })
}

/** Names of the migration files, in their order. */
export async function listMigrations(): Promise<string[]> {
  return (await readdir(migrationsFolder)).filter((name) => /^\d{4}-.*(?<!\.test)\.(sql|ts)$/.test(name)).sort()
}

/** How the database differs from what this version knows. */
export async function findMigrationGap(db: Db): Promise<{ missing: string[]; unknown: string[] }> {
  const done = await appliedMigrations(db)
  const known = new Set(await listMigrations())
  return {
    missing: [...known].filter((name) => !done.has(name)),
    unknown: [...done].filter((name) => !known.has(name)),
  }
}

async function runMissing(
  db: Kysely<Database>,
  { report = () => {}, only, beforeUpdate }: MigrateOptions,
): Promise<string[]> {
  const done = await appliedMigrations(db)
  const missing = (await listMigrations()).filter((name) => !done.has(name) && (only?.has(name) ?? true))
  if (missing.length > 0 && done.size > 0) await beforeUpdate?.()
  if (done.size === 0) await prepareMigrationTable(db)
  const ran: string[] = []
  for (const name of missing) {
    const started = performance.now()
    await db.transaction().execute(async (tx) => {
      await apply(name, tx)
      await tx.insertInto('sepiola.migration').values({ name }).execute()
    })
    ran.push(name)
    report(`Migration ${name} in ${Math.round(performance.now() - started)} ms`)
  }
  return ran
}

async function prepareMigrationTable(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`CREATE SCHEMA IF NOT EXISTS sepiola`.execute(tx)
    await sql`CREATE TABLE IF NOT EXISTS sepiola.migration ("name" text PRIMARY KEY, "appliedAt" timestamptz NOT NULL DEFAULT now())`.execute(
      tx,
    )
  })
}

async function appliedMigrations(db: Kysely<Database>): Promise<Set<string>> {
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('sepiola.migration') IS NOT NULL AS there`.execute(
    db,
  )
  if (!rows[0]!.there) return new Set()
  return new Set((await db.selectFrom('sepiola.migration').select('name').execute()).map((row) => row.name))
}

async function apply(name: string, tx: Tx): Promise<void> {
  if (name === peerTubeTables) return applyPeerTubeTables(tx)
  if (name.endsWith('.ts')) {
    const { up } = (await import(pathToFileURL(join(migrationsFolder, name)).href)) as Migration
    return up(tx)
  }
  await runSqlFile(name, tx)
}

/** An existing PeerTube database is taken as it is, when it is of the generation that we know. */
async function applyPeerTubeTables(tx: Tx): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('public.application') IS NOT NULL AS there`.execute(
    tx,
  )
  if (!rows[0]!.there) {
    await runSqlFile(peerTubeTables, tx)
    await tx
      .insertInto('application')
      .values({
        migrationVersion: peerTubeVersion,
        nodeVersion: process.version,
        nodeABIVersion: process.versions.modules,
      })
      .execute()
    return
  }
  const version = (await tx.selectFrom('application').select('migrationVersion').executeTakeFirst())?.migrationVersion
  if (version === undefined || version < peerTubeVersion) {
    throw new Error(
      `This database belongs to a PeerTube of migration ${version ?? 'unknown'}; ${peerTubeVersion} (PeerTube 8.2) is needed. Update that PeerTube to 8.2 first.`,
    )
  }
}

async function runSqlFile(name: string, tx: Tx): Promise<void> {
  await sql.raw(await readFile(join(migrationsFolder, name), 'utf8')).execute(tx)
}
