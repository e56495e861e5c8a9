import type { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { clientConfig, type Connection } from '../db/connect.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { describeDatabase } from './describe-database.sql.ts'
import { rowsFolder, type TableDescription } from './table-description.ts'

/** Bytes of rows in one entry of an archive: an entry's size must be known before it is written. */
const pieceSize = 4 * 1024 * 1024

/** One unchanging view of the whole database; `dump` may be called while others write. */
export interface DatabaseSnapshot {
  client: pg.Client
  dump(archive: ArchiveWriter, report?: (bytes: number) => void): Promise<void>
  close(): Promise<void>
}

export async function openSnapshot(connection: Connection): Promise<DatabaseSnapshot> {
  const client = new pg.Client({ ...clientConfig(connection), application_name: 'sepiola backup' })
  await client.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  // The snapshot is taken by the first query.
  await client.query('SELECT 1')
  return {
    client,
    dump: (archive, report) => dumpDatabase(client, archive, report),
    close: () => client.end(),
  }
}

/** `database/tables.json`, then the rows of each table in COPY's text format, in pieces. */
async function dumpDatabase(client: pg.Client, archive: ArchiveWriter, report = (_bytes: number) => {}): Promise<void> {
  const description = await describeDatabase(client)
  await archive.add('database/tables.json', JSON.stringify(description))
  for (const table of description.tables) await dumpRows(client, table, archive, report)
}

async function dumpRows(
  client: pg.Client,
  table: TableDescription,
  archive: ArchiveWriter,
  report: (bytes: number) => void,
): Promise<void> {
  const rows: Readable = client.query(copyTo(`COPY ${tableWithColumns(table)} TO STDOUT`))
  let piece: Buffer[] = []
  let size = 0
  let number = 0
  const flush = async () => {
    if (size === 0) return
    const name = `${rowsFolder(table)}/${String(++number).padStart(6, '0')}.copy`
    await archive.add(name, Buffer.concat(piece))
    report(size)
    piece = []
    size = 0
  }
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    piece.push(chunk)
    size += chunk.length
    if (size >= pieceSize) await flush()
  }
  await flush()
}

/** `public."video" ("id", "uuid")`; generated columns are computed again. */
export function tableWithColumns({ schema, name, columns }: TableDescription): string {
  const stored = columns
    .filter((column) => column.expression === null)
    .map((column) => pg.escapeIdentifier(column.name))
  return `${qualified({ schema, name })} (${stored.join(', ')})`
}

export function qualified({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}
