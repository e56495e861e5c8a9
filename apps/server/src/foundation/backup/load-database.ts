import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { clientConfig, openDatabase, type Connection } from '../db/connect.ts'
import { listMigrations, migrate } from '../db/migrate.ts'
import { describeDatabase } from './describe-database.sql.ts'
import { qualified, tableWithColumns } from './dump-database.ts'
import { addTables, clearTables, dropForeignKeys, restoreForeignKeys, setSequences } from './load-database.sql.ts'
import { rowsFolder, type DatabaseDescription } from './table-description.ts'

/**
 * Fills an empty database from an unpacked backup (`folder` holds its `database/`): our tables by the migrations that
 * the backup names, others by their description, then all rows. One transaction fills it: it is whole or untouched.
 * Later migrations follow at the next start. Throws an Error when the backup knows migrations that we do not.
 */
export async function loadDatabase(
  connection: Connection,
  folder: string,
  migrations: readonly string[],
  report: (table: string, bytes: number) => void = () => {},
): Promise<void> {
  const known = new Set(await listMigrations())
  const newer = migrations.filter((name) => !known.has(name))
  if (newer.length > 0) {
    throw new Error(
      `This backup was made by a newer Sepiola (its database has had ${newer.join(', ')}): update this one first`,
    )
  }
  await requireEmpty(connection)
  const { db, close } = await openDatabase({ connection })
  await migrate(db, { only: new Set(migrations) }).finally(close)

  const client = new pg.Client({ ...clientConfig(connection), application_name: 'sepiola restore' })
  await client.connect()
  try {
    await client.query('BEGIN')
    await loadRows(client, folder, report)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

/** Throws when the database has tables. */
export async function requireEmpty(connection: Connection): Promise<void> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    await client.query('BEGIN READ ONLY')
    const { tables } = await describeDatabase(client)
    if (tables.length === 0) return
    const name = connection.database ?? 'of DATABASE_URL'
    throw new Error(
      `The database ${name} already has ${tables.length} tables. Make an empty one and name it in the settings (database.name); the old one stays as it is.`,
    )
  } finally {
    await client.end()
  }
}

async function loadRows(client: pg.Client, folder: string, report: (table: string, bytes: number) => void) {
  const wanted = JSON.parse(await readFile(join(folder, 'database/tables.json'), 'utf8')) as DatabaseDescription
  await addTables(client, wanted, await describeDatabase(client))
  const present = await describeDatabase(client)
  // Describing sets another one; functions in indexes and defaults may need this.
  await client.query('SET LOCAL search_path = public')
  await dropForeignKeys(client, present.tables)
  await clearTables(client, present.tables)
  for (const table of wanted.tables) {
    const pieces = join(folder, rowsFolder(table))
    const names = (await readdir(pieces).catch(() => [])).sort()
    if (names.length === 0) continue
    const rows = client.query(copyFrom(`COPY ${tableWithColumns(table)} FROM STDIN`))
    await pipeline(Readable.from(concatenate(pieces, names)), rows).catch((cause: Error) => {
      throw new Error(`The rows of ${qualified(table)} cannot be restored: ${cause.message}`, { cause })
    })
    report(qualified(table), rows.rowCount)
  }
  await setSequences(client, wanted.sequences)
  await restoreForeignKeys(client, present.tables)
}

async function* concatenate(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) yield* createReadStream(join(folder, name)) as AsyncIterable<Buffer>
}
