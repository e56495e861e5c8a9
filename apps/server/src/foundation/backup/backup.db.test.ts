import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { clientConfig } from '../db/connect.ts'
import { listMigrations } from '../db/migrate.ts'
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '../db/test-database.ts'
import pg from 'pg'
import type { ArchiveStart } from './archive-format.ts'
import { DamagedBackupError, readArchive } from './archive-reader.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { backupBeforeUpdate } from './backup-database.ts'
import { describeDatabase } from './describe-database.sql.ts'
import { loadDatabase } from './load-database.ts'

const folder = await mkdtemp(join(tmpdir(), 'sepiola-backup-'))
after(() => rm(folder, { recursive: true, force: true }))

const start: ArchiveStart = {
  format: 1,
  madeAt: '2030-01-01T00:00:00.000Z',
  version: '1.0.0',
  content: 'everything',
  url: 'http://localhost:9000',
  migrations: [],
}

async function unpack(path: string, target: string): Promise<ArchiveStart> {
  let read: ArchiveStart | undefined
  await readArchive(path, {
    start: async (found) => void (read = found),
    entry: async (name, _size, content) => {
      await mkdir(dirname(join(target, name)), { recursive: true })
      await pipeline(content, createWriteStream(join(target, name)))
    },
  })
  return read!
}

async function describeAll({ connection }: TestDatabase) {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    await client.query('BEGIN')
    return await describeDatabase(client)
  } finally {
    await client.end()
  }
}

describe('a dump of a database', () => {
  let source: TestDatabase
  let target: TestDatabase
  before(async () => {
    source = await createTestDatabase()
    target = await createEmptyTestDatabase()
  })
  after(() => Promise.all([source.close(), target.close()]))

  test('loads into an empty one: tables, rows, sequences, keys and what plugins made', async () => {
    await sql`CREATE TABLE "plugin-notes" (
      "id" serial PRIMARY KEY, "about" integer REFERENCES "application" (id) ON DELETE CASCADE, "text" text NOT NULL DEFAULT 'none',
      "length" integer GENERATED ALWAYS AS (length("text")) STORED)`.execute(source.db)
    await sql`CREATE INDEX "plugin_notes_text" ON "plugin-notes" ("text")`.execute(source.db)
    await sql`INSERT INTO "plugin-notes" ("about", "text") SELECT id, ${'a\ttab, a \\ and a\nline'} FROM "application"`.execute(
      source.db,
    )
    await sql`INSERT INTO sepiola.job ("type", "state", "payload") VALUES ('email', 'completed', '{"to":"é"}')`.execute(
      source.db,
    )
    const path = await backupBeforeUpdate({
      connection: source.connection,
      folder: join(folder, 'backups'),
      version: '1.0.0',
      url: start.url,
    })
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    const unpacked = join(folder, 'unpacked')
    const { migrations, content } = await unpack(path, unpacked)
    assert.equal(content, 'database')
    assert.deepEqual(migrations, await listMigrations())

    await loadDatabase(target.connection, unpacked, migrations)
    const [from, to] = [await describeAll(source), await describeAll(target)]
    assert.deepEqual(to.sequences, from.sequences)
    for (const [index, table] of from.tables.entries()) assert.deepEqual(to.tables[index], table)
    const { rows } = await sql`SELECT "id", "text", "length" FROM "plugin-notes"`.execute(target.db)
    assert.deepEqual(rows, [{ id: 1, text: 'a\ttab, a \\ and a\nline', length: 21 }])
    const next = await sql<{ id: number }>`INSERT INTO "plugin-notes" DEFAULT VALUES RETURNING id`.execute(target.db)
    assert.equal(next.rows[0]!.id, 2)
    const jobs = await sql`SELECT "payload" FROM sepiola.job`.execute(target.db)
    assert.deepEqual(jobs.rows, [{ payload: { to: 'é' } }])
    await assert.rejects(sql`INSERT INTO "plugin-notes" ("about") VALUES (4711)`.execute(target.db), /foreign key/)
  })

  test('is refused by a database that has tables, and by a Sepiola that is older', async () => {
    const unpacked = join(folder, 'unpacked')
    await assert.rejects(loadDatabase(target.connection, unpacked, []), /already has \d+ tables/)
    const empty = await createEmptyTestDatabase()
    try {
      await assert.rejects(loadDatabase(empty.connection, unpacked, ['9999-later.sql']), /newer Sepiola .*9999-later/)
      assert.deepEqual((await describeAll(empty)).tables, [])
    } finally {
      await empty.close()
    }
  })

  test('before updates: the last three are kept', async () => {
    const options = { connection: source.connection, folder: join(folder, 'three'), version: '1.0.0', url: start.url }
    const made: string[] = []
    for (let n = 0; n < 4; n++) made.push(await backupBeforeUpdate(options))
    await assert.rejects(stat(made[0]!), /ENOENT/)
    for (const path of made.slice(1)) assert.ok((await stat(path)).size > 0)
  })
})

describe('an archive', () => {
  const path = join(folder, 'small.tar.zst')
  before(async () => {
    const archive = await ArchiveWriter.create(path, start)
    await archive.add('data/a', 'first')
    await archive.add('data/b', createHash('shake256', { outputLength: 3_000_000 }).update('any').digest())
    await archive.finish({ gone: ['data/a'] })
  })

  test('gives back what was put in', async () => {
    const names: string[] = []
    const end = await readArchive(path, {
      start: async (found) => assert.deepEqual(found, start),
      entry: async (name, size, content) => {
        names.push(`${name} ${size}`)
        content.resume()
        await new Promise((resolve) => content.once('end', resolve))
      },
    })
    assert.deepEqual(names, ['data/a 5', 'data/b 3000000'])
    assert.deepEqual(end.gone, ['data/a'])
  })

  const readQuietly = (file: string) =>
    readArchive(file, {
      start: async () => {},
      entry: async (_name, _size, content) => {
        for await (const _ of content);
      },
    })

  test('that ends too early is refused, wherever it ends', async () => {
    const whole = await readFile(path)
    for (const part of [0, 10, 0.5, 0.9, 0.9999]) {
      const length = part < 1 ? Math.floor(whole.length * part) : part
      const cut = join(folder, `cut-${length}`)
      await writeFile(cut, whole.subarray(0, length))
      await assert.rejects(readQuietly(cut), DamagedBackupError, `cut to ${length} of ${whole.length}`)
    }
  })

  test('that was changed is refused', async () => {
    const whole = await readFile(path)
    for (const at of [0, 20, Math.floor(whole.length / 2), whole.length - 100]) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0x10
      const file = join(folder, `changed-${at}`)
      await writeFile(file, changed)
      await assert.rejects(readQuietly(file), DamagedBackupError, `changed at ${at} of ${whole.length}`)
    }
  })

  test('of something else, and none at all, are named as such', async () => {
    const other = join(folder, 'other')
    await writeFile(other, 'no backup at all, but some text')
    await assert.rejects(readQuietly(other), /is damaged: it is no backup/)
    await assert.rejects(readQuietly(join(folder, 'nowhere')), /cannot be read: ENOENT/)
  })

  test('leaves nothing behind when it cannot be finished', async () => {
    const file = join(folder, 'aborted.tar.zst')
    const archive = await ArchiveWriter.create(file, start)
    await archive.add('data/a', 'first')
    await archive.abort()
    await assert.rejects(stat(file), /ENOENT/)
    await assert.rejects(stat(`${file}.unfinished`), /ENOENT/)
    await assert.rejects(ArchiveWriter.create(join(folder, 'no/such/folder/x'), start), /ENOENT/)
  })
})
