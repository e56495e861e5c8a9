import type { ClientBase } from 'pg'
import type { DatabaseDescription, SequenceDescription, TableDescription } from './table-description.ts'

const ours = (namespace: string) =>
  `${namespace}.nspname NOT LIKE 'pg\\_%' AND ${namespace}.nspname <> 'information_schema'`

/** What belongs to an extension comes with it. */
const ofNoExtension = `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`

/** All tables and sequences of the database, as this transaction sees them. Qualified names throughout. */
export async function describeDatabase(client: ClientBase): Promise<DatabaseDescription> {
  await client.query(`SET LOCAL search_path = ''`)
  const tables = await client.query<TableDescription>(`
    SELECT n.nspname AS schema, c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'notNull', a.attnotnull, 'default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
          'identity', a.attidentity, 'expression', CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END) ORDER BY a.attnum)
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      coalesce((SELECT json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) ORDER BY k.conname)
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'x')), '[]') AS constraints,
      coalesce((SELECT json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) ORDER BY k.conname)
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'), '[]') AS "foreignKeys",
      coalesce((SELECT json_agg(pg_get_indexdef(i.indexrelid) ORDER BY i.indexrelid) FROM pg_index i
        WHERE i.indrelid = c.oid
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))), '[]')
        AS indexes
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${ours('n')} AND ${ofNoExtension}
    ORDER BY n.nspname, c.relname`)
  const sequences = await client.query<SequenceDescription>(`
    SELECT n.nspname AS schema, c.relname AS name,
      coalesce(pg_sequence_last_value(c.oid), s.seqstart)::text AS "lastValue",
      pg_sequence_last_value(c.oid) IS NOT NULL AS "isCalled"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
    WHERE ${ours('n')} AND ${ofNoExtension} ORDER BY n.nspname, c.relname`)
  return { tables: tables.rows, sequences: sequences.rows }
}

/** Names of the migrations that the database has had, in their order; empty when it is not ours. */
export async function findAppliedMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('sepiola.migration') IS NOT NULL AS there`,
  )
  if (!rows[0]!.there) return []
  const applied = await client.query<{ name: string }>('SELECT name FROM sepiola.migration ORDER BY name')
  return applied.rows.map((row) => row.name)
}
