import pg, { type ClientBase } from 'pg'
import { qualified } from './dump-database.ts'
import type {
  ColumnDescription,
  DatabaseDescription,
  SequenceDescription,
  TableDescription,
} from './table-description.ts'

const keyOf = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`

/** What migrations do not make: tables of plugins, columns that somebody added. */
export async function addTables(
  client: ClientBase,
  wanted: DatabaseDescription,
  present: DatabaseDescription,
): Promise<void> {
  const sequences = new Set(present.sequences.map(keyOf))
  const tables = new Map(present.tables.map((table) => [keyOf(table), table]))
  for (const schema of new Set(wanted.tables.map((table) => table.schema))) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`)
  }
  const missing = wanted.tables.filter((table) => !tables.has(keyOf(table)))
  const owned = new Set(missing.flatMap((table) => identitySequences(table)))
  for (const sequence of wanted.sequences) {
    if (sequences.has(keyOf(sequence)) || owned.has(keyOf(sequence))) continue
    await client.query(`CREATE SEQUENCE ${qualified(sequence)}`)
  }
  for (const table of missing) {
    const columns = table.columns.map(columnDefinition).join(', ')
    await client.query(`CREATE TABLE ${qualified(table)} (${columns})`)
    for (const { name, definition } of table.constraints) await addConstraint(client, table, name, definition)
    for (const index of table.indexes) await client.query(index)
  }
  for (const table of wanted.tables) {
    const names = new Set((tables.get(keyOf(table)) ?? table).columns.map((column) => column.name))
    for (const column of table.columns.filter((one) => !names.has(one.name))) {
      await client.query(`ALTER TABLE ${qualified(table)} ADD COLUMN ${columnDefinition(column)}`)
    }
  }
  // Between tables that exist now; they are checked with all others once the rows are there.
  for (const table of missing) {
    for (const { name, definition } of table.foreignKeys) await addConstraint(client, table, name, definition)
  }
}

function columnDefinition(column: ColumnDescription): string {
  const parts = [pg.escapeIdentifier(column.name), column.type]
  if (column.identity) parts.push(`GENERATED ${column.identity === 'a' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY`)
  else if (column.expression !== null) parts.push(`GENERATED ALWAYS AS (${column.expression}) STORED`)
  else if (column.default !== null) parts.push(`DEFAULT ${column.default}`)
  if (column.notNull) parts.push('NOT NULL')
  return parts.join(' ')
}

/** By PostgreSQL's rule for their names. */
function identitySequences({ schema, name, columns }: TableDescription): string[] {
  return columns.filter((column) => column.identity).map((column) => `${schema}.${name}_${column.name}_seq`)
}

/** Rows may then come in any order; our triggers tell running servers, of which there are none. */
export async function dropForeignKeys(client: ClientBase, tables: readonly TableDescription[]): Promise<void> {
  for (const table of tables) {
    await client.query(`ALTER TABLE ${qualified(table)} DISABLE TRIGGER USER`)
    for (const { name } of table.foreignKeys) {
      await client.query(`ALTER TABLE ${qualified(table)} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`)
    }
  }
}

/** Every row is checked against what it refers to. */
export async function restoreForeignKeys(client: ClientBase, tables: readonly TableDescription[]): Promise<void> {
  for (const table of tables) {
    for (const { name, definition } of table.foreignKeys) await addConstraint(client, table, name, definition)
    await client.query(`ALTER TABLE ${qualified(table)} ENABLE TRIGGER USER`)
  }
}

export async function clearTables(client: ClientBase, tables: readonly TableDescription[]): Promise<void> {
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(qualified).join(', ')}`)
}

export async function setSequences(client: ClientBase, sequences: readonly SequenceDescription[]): Promise<void> {
  for (const sequence of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
      qualified(sequence),
      sequence.lastValue,
      sequence.isCalled,
    ])
  }
}

async function addConstraint(client: ClientBase, table: TableDescription, name: string, definition: string) {
  await client.query(`ALTER TABLE ${qualified(table)} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`)
}
