import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from './connect.ts'
import type { Db } from './database.ts'
import { findMigrationGap, listMigrations, migrate, peerTubeVersion } from './migrate.ts'
import { createEmptyTestDatabase, createTestDatabase } from './test-database.ts'

interface TableShape {
  /** `character varying(255) not null default 'x'` */
  columns: Record<string, string>
  /** `unique btree ("a", b) where (…)` */
  indexes: Record<string, string>
  /** `videoId -> video on delete cascade on update cascade` */
  foreignKeys: string[]
}

interface Shape {
  extensions: string[]
  enums: Record<string, string[]>
  tables: Record<string, TableShape>
}

async function readExpected(): Promise<Shape> {
  return JSON.parse(await readFile(join(import.meta.dirname, 'fixtures/peertube-8.2-tables.json'), 'utf8')) as Shape
}

test('a fresh database has every table, column, index and foreign key of PeerTube 8.2', async () => {
  const database = await createTestDatabase()
  try {
    const expected = await readExpected()
    for (const [name, table] of Object.entries(expected.tables)) {
      const found = await readTable(database.db, name)
      assert.deepEqual(found.columns, table.columns, `columns of ${name}`)
      // Indexes may be added to PeerTube's tables.
      const known = Object.keys(found.indexes).filter((index) => index in table.indexes)
      assert.deepEqual(
        Object.fromEntries(known.map((index) => [index, found.indexes[index]])),
        table.indexes,
        `indexes of ${name}`,
      )
      assert.deepEqual(found.foreignKeys, table.foreignKeys, `foreign keys of ${name}`)
    }
    const { rows: tables } = await sql<{ name: string }>`
      SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public'`.execute(database.db)
    const names = tables.map((row) => row.name).sort()
    assert.deepEqual(names, Object.keys(expected.tables).sort())
    const { rows: enums } = await sql<{ name: string; labels: string[] }>`
      SELECT typname AS "name", array_agg(enumlabel::text ORDER BY enumsortorder) AS "labels"
      FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY 1`.execute(database.db)
    assert.deepEqual(Object.fromEntries(enums.map((row) => [row.name, row.labels])), expected.enums)
    const { rows: extensions } = await sql<{ extname: string }>`SELECT extname FROM pg_extension`.execute(database.db)
    for (const name of expected.extensions) assert.ok(extensions.some((row) => row.extname === name))
  } finally {
    await database.close()
  }
})

test('a fresh database says that it is of migration 1040, and a second run does nothing', async () => {
  const database = await createEmptyTestDatabase()
  try {
    assert.deepEqual(await migrate(database.db), await listMigrations())
    const rows = await database.db.selectFrom('application').select('migrationVersion').execute()
    assert.deepEqual(rows, [{ migrationVersion: peerTubeVersion }])
    assert.deepEqual(await migrate(database.db), [])
  } finally {
    await database.close()
  }
})

test('two nodes that start at once migrate once', async () => {
  const database = await createEmptyTestDatabase()
  const second = await openDatabase({ connection: database.connection })
  try {
    const ran = await Promise.all([migrate(database.db), migrate(second.db)])
    assert.deepEqual(ran.flat().sort(), await listMigrations())
  } finally {
    await second.close()
    await database.close()
  }
})

test("an existing PeerTube database keeps its rows, and gets the server's own schema", async () => {
  const database = await createTestDatabase()
  try {
    await sql`DROP SCHEMA sepiola CASCADE`.execute(database.db)
    await sql`UPDATE application SET "latestPeerTubeVersion" = '8.2.1'`.execute(database.db)
    await dropOwnIndexes(database.db)
    assert.deepEqual(await migrate(database.db), await listMigrations())
    const rows = await database.db.selectFrom('application').select('latestPeerTubeVersion').execute()
    assert.deepEqual(rows, [{ latestPeerTubeVersion: '8.2.1' }])
    assert.deepEqual(await database.db.selectFrom('sepiola.job').selectAll().execute(), [])
  } finally {
    await database.close()
  }
})

test('an older PeerTube database is refused by its version and left alone', async () => {
  const database = await createEmptyTestDatabase()
  try {
    await sql`CREATE TABLE application (id serial PRIMARY KEY, "migrationVersion" integer)`.execute(database.db)
    await sql`INSERT INTO application ("migrationVersion") VALUES (935)`.execute(database.db)
    await assert.rejects(migrate(database.db), /migration 935; 1040 \(PeerTube 8\.2\) is needed/)
    const { rows } = await sql`SELECT FROM information_schema.tables WHERE table_schema = 'public'`.execute(database.db)
    assert.equal(rows.length, 1)
  } finally {
    await database.close()
  }
})

test('cloning the template takes milliseconds', async (t) => {
  const first = await createTestDatabase()
  await first.close()
  const started = performance.now()
  const second = await createTestDatabase()
  t.diagnostic(`clone: ${Math.round(performance.now() - started)} ms`)
  try {
    assert.notEqual(second.name, first.name)
    assert.equal((await second.db.selectFrom('application').selectAll().execute()).length, 1)
  } finally {
    await second.close()
  }
})

async function readTable(db: Db, name: string): Promise<TableShape> {
  const relation = `public."${name}"`
  const { rows: columns } = await sql<{ name: string; type: string; notNull: boolean; value: string | null }>`
    SELECT attname AS "name", format_type(atttypid, atttypmod) AS "type", attnotnull AS "notNull",
      pg_get_expr(adbin, adrelid) AS "value"
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid = ${relation}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`.execute(db)
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    SELECT indexname AS "name", indexdef AS "definition" FROM pg_indexes
    WHERE schemaname = 'public' AND tablename = ${name}`.execute(db)
  const { rows: foreignKeys } = await sql<{ columns: string[]; target: string; onDelete: string; onUpdate: string }>`
    SELECT target.relname AS "target", confdeltype AS "onDelete", confupdtype AS "onUpdate",
      (SELECT array_agg(attname::text ORDER BY place) FROM unnest(conkey) WITH ORDINALITY AS key (num, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = num) AS "columns"
    FROM pg_constraint JOIN pg_class AS target ON target.oid = confrelid
    WHERE contype = 'f' AND conrelid = ${relation}::regclass`.execute(db)
  return {
    columns: Object.fromEntries(columns.map((column) => [column.name, describeColumn(column)])),
    indexes: Object.fromEntries(indexes.map((index) => [index.name, describeIndex(index.definition)])),
    foreignKeys: foreignKeys
      .map(
        (key) =>
          `${key.columns.join(',')} -> ${key.target} on delete ${action(key.onDelete)} on update ${action(key.onUpdate)}`,
      )
      .sort(),
  }
}

function describeColumn(column: { type: string; notNull: boolean; value: string | null }): string {
  const serial = column.value?.startsWith('nextval(') ?? false
  const value = column.value?.replace(/::("?[\w ]+"?(\(\d+\))?)$/, '')
  const enumType = column.type.replaceAll('"', '')
  const shown = serial ? ' serial' : value && value !== 'NULL' ? ` default ${value}` : ''
  return `${enumType}${column.notNull ? ' not null' : ''}${shown}`
}

function describeIndex(definition: string): string {
  const unique = definition.startsWith('CREATE UNIQUE') ? 'unique ' : ''
  const [, method, columns, condition] = /USING (\w+) \((.*?)\)(?: WHERE (.*))?$/.exec(definition)!
  // `("name")::text` and `"name"::text` are the same, printed by different functions.
  const keys = columns!.replace(/\(("?\w+"?)\)::/g, '$1::')
  return `${unique}${method} (${keys})${condition ? ` where ${condition}` : ''}`
}

function action(letter: string): string {
  return { a: 'no action', r: 'restrict', c: 'cascade', n: 'set null', d: 'set default' }[letter]!
}

/** What migrations after the first added to PeerTube's tables. */
async function dropOwnIndexes(db: Db): Promise<void> {
  const expected = await readExpected()
  const { rows } = await sql<{ name: string; table: string }>`
    SELECT indexname AS "name", tablename AS "table" FROM pg_indexes WHERE schemaname = 'public'`.execute(db)
  for (const { name, table } of rows) {
    if (!(name in expected.tables[table]!.indexes)) await sql`DROP INDEX ${sql.id(name)}`.execute(db)
  }
}

test('what is to happen before an update happens once, before anything is changed, and can prevent it', async () => {
  const database = await createEmptyTestDatabase()
  try {
    const all = await listMigrations()
    const first = new Set(all.slice(0, 2))
    let called = 0
    const beforeUpdate = async () => void called++
    assert.deepEqual(await migrate(database.db, { only: first, beforeUpdate }), [...first])
    assert.equal(called, 0, 'a new database has nothing to lose')
    assert.deepEqual(await findMigrationGap(database.db), { missing: all.slice(2), unknown: [] })
    const refuse = () => Promise.reject(new Error('no room'))
    await assert.rejects(migrate(database.db, { beforeUpdate: refuse }), /no room/)
    assert.equal((await findMigrationGap(database.db)).missing.length, all.length - 2)
    assert.deepEqual(await migrate(database.db, { beforeUpdate }), all.slice(2))
    assert.equal(called, 1)
    await migrate(database.db, { beforeUpdate })
    assert.equal(called, 1, 'nothing was missing')
  } finally {
    await database.close()
  }
})
